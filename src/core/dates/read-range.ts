/** Reads the ranges of days that a person types: 2011, 2011-08, 2011-08-04, 2010..2012, 2010-2012, ..2012, 2010.. */
import { dayRange, FIRST_DAY, LAST_DAY, type DayRange } from './day-range.ts';

const PART = /^(?<year>\d{4})(?:-(?<month>\d{1,2})(?:-(?<day>\d{1,2}))?)?$/v;
const DAY_FIRST = /^(?:(?<day>\d{1,2})\.)?(?<month>\d{1,2})\.(?<year>\d{4})$/v;

/** A hyphen stands between years only: elsewhere it belongs to a day. */
const BETWEEN = /\s*(?:\.\.|\/|–|—|(?<=^\d{4})-(?=\d{4}$))\s*/v;

/** Undefined when it is no range, or its days do not exist. */
export function readRange(text: string): DayRange | undefined {
  const ends = text.split(BETWEEN);
  const [from = '', to] = ends;
  if (to === undefined) return readPart(from);
  if (ends.length > 2 || (from === '' && to === '')) return undefined;
  const first = from === '' ? FIRST_DAY : readPart(from)?.first;
  const last = to === '' ? LAST_DAY : readPart(to)?.last;
  if (first === undefined || last === undefined || first > last) return undefined;
  return { first, last };
}

function readPart(text: string): DayRange | undefined {
  const groups = (PART.exec(text) ?? DAY_FIRST.exec(text))?.groups;
  if (!groups) return undefined;
  const { year, month, day } = groups;
  if (Number(month) === 0 || Number(day) === 0) return undefined;
  return dayRange(Number(year), Number(month ?? 0), Number(day ?? 0));
}
