/** The days that an EDTF date may mean. */
import { dayRange, FIRST_DAY, LAST_DAY, type DayRange } from './day-range.ts';

const DATE = /^(?<year>\d{1,4}X{0,3})(?:-(?<month>\d\d|XX))?(?:-(?<day>\d\d|XX))?/v;
const ANY_YEAR = /\d{4}/gv;
/** Months above are seasons and parts of years. */
const LAST_MONTH = 12;

/** @returns undefined for the empty text, and where no year is named. Of lists and seasons, the years they lie in. */
export function edtfDays(edtf: string): DayRange | undefined {
  const text = edtf.replaceAll(/[~?%]/gv, '');
  const [from = '', to] = text.split('/');
  if (to === undefined) return daysOf(text) ?? yearsIn(text);
  const first = daysOf(from)?.first ?? FIRST_DAY;
  const last = daysOf(to)?.last ?? LAST_DAY;
  return first === FIRST_DAY && last === LAST_DAY ? undefined : { first, last };
}

function daysOf(text: string): DayRange | undefined {
  const groups = DATE.exec(text)?.groups;
  const year = groups?.['year'];
  if (year?.length !== 4) return undefined;
  const { month, day } = groups ?? {};
  if (year.includes('X')) {
    const first = dayRange(Number(year.replaceAll('X', '0')));
    const last = dayRange(Number(year.replaceAll('X', '9')));
    return first && last && { first: first.first, last: last.last };
  }
  if (month === undefined || month === 'XX' || Number(month) > LAST_MONTH) {
    return dayRange(Number(year));
  }
  return dayRange(Number(year), Number(month), day === 'XX' ? 0 : Number(day ?? 0));
}

function yearsIn(text: string): DayRange | undefined {
  const years = Array.from(text.matchAll(ANY_YEAR), ([year]) => Number(year));
  if (years.length === 0) return undefined;
  const first = dayRange(Math.min(...years));
  const last = dayRange(Math.max(...years));
  return first && last && { first: first.first, last: last.last };
}
