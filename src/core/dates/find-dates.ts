/**
 * Finds the days that a text mentions: 4 August 2011, August 4, 2011, 04.08.2011, 2011-08-04, 4–6 August 2011, 28 July –
 * 2 August 2011, August 2011, 4 жніўня 2011 г., in 2011, 2010–2012. A date without a year is none. What looks like a
 * number of something else is left out rather than guessed: a search by days must be worth trusting.
 */
import { dayRange, type DayRange } from './day-range.ts';
import { monthNamed } from './months.ts';

/** Raise it when other dates are found: what was found before is found anew in the background. */
export const DATES_VERSION = 2;

export interface FoundDate extends DayRange {
  /** UTF-16 units of the text, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Every date has one; whatever else it has stands right before or behind it. */
const YEAR = /(?<!\p{N})(?:1[5-9]|20)\d\d(?!\p{N})/gv;
/** Letters before a year that can belong to its date: «between 30 September and 12 November ». UTF-16 units. */
const MOST_BEFORE = 48;
const MOST_AFTER = 24;

/** Not within a longer number, a version, an address or a telephone number. */
const BEGIN = String.raw`(?<![\p{L}\p{N}\/]|\p{N}[.,:\-–]|[.\-+])`;
const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th|er|º|-?го|-е)?`;
const MONTH = String.raw`(\p{L}{2,})`;
const TO = String.raw`(?:\s?[\-–—]\s?|\s(?:to|until|and|или|и|по|па|до|да|і|ды|та|й|bis|und|au|et|al?|y|i|do)\s)`;
/** In Russian and Belarusian papers the day stands in quotation marks: «04» августа 2011 г. */
const OF = String.raw`["»”“]?\.?,?\s(?:of\s|de\s|the\s)?`;
const SPACES = String.raw`\.?,?\s{1,2}(?:de\s)?`;

const BEFORE = {
  dayMonth: new RegExp(
    `${BEGIN}(?:${DAY}\\.?(?:${OF}${MONTH})?${TO})?${DAY}${OF}${MONTH}${SPACES}$`,
    'v',
  ),
  monthDay: new RegExp(
    `(?<!\\p{L})${MONTH}\\.?\\s${DAY}(?:${TO}(?:${MONTH}\\s)?${DAY})?${SPACES}$`,
    'v',
  ),
  month: new RegExp(`(?<!\\p{L})(?:${MONTH}${TO})?${MONTH}${SPACES}$`, 'v'),
  digits: new RegExp(`${BEGIN}(?:(\\d{1,2})\\.?[\\-–])?(\\d{1,2})([.\\/\\-])(\\d{1,2})\\3$`, 'v'),
  years: /(?<![\p{L}\p{N}\/]|\p{N}[.,:\-–]|[.\-+\/])((?:19|20)\d\d)\s?[\-–—]\s?$/v,
  /** Words after which a number of four digits is a year. */
  year: /(?<!\p{L})(?:in|since|during|until|till|year|early|late|mid|of|before|after|from)[\s\-]$/iv,
  /** Words after which it is not. */
  notYears:
    /(?<!\p{L})(?:pp?|pages?|no|nos|nr|art|с|стр|ст|№)\.?\s?(?:(?:19|20)\d\d\s?[\-–—]\s?)?$/iv,
};
const AFTER = {
  iso: /^([\-.\/])(\d{1,2})\1(\d{1,2})(?!\p{N}|[.\-\/]\p{N})/v,
  /** The number goes on, or a letter follows. */
  goesOn: /^(?:(?![гр]{1,2}(?!\p{L}))[\p{L}_]|[.\-\/:,]\p{N})/v,
  /** «2011 г.», «2011 годзе», «2011 року». */
  yearWord: /^(?:-м|-га)?\s?(?:гг?\.|год|гад|рок|рік|році|рр?\.|[гр](?!\p{L}))/iv,
  counts:
    /^\s?(?:%|[€$£]|\p{N}|(?:people|persons|cases|pages|times|km|kg|m|metres|copies|roubles|dollars|euros?)(?!\p{L}))/iv,
};

/** In reading order; they do not overlap. */
export function findDates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  let free = 0;
  for (const match of text.matchAll(YEAR)) {
    const at = match.index;
    if (at < free) continue;
    const before = text.slice(Math.max(free, at - MOST_BEFORE), at);
    const after = text.slice(at + 4, at + 4 + MOST_AFTER);
    const date = readDate(Number(match[0]), before, after);
    if (!date) continue;
    const { length, behind, first, last } = date;
    const end = at + 4 + behind;
    found.push({ start: at - length, end, first, last });
    free = end;
  }
  return found;
}

/** `length` and `behind` are units before and after the four digits of the year. */
interface ReadDate extends DayRange {
  readonly length: number;
  readonly behind: number;
}

function readDate(year: number, before: string, after: string): ReadDate | undefined {
  const iso = AFTER.iso.exec(after);
  if (iso) return readIso(year, before, iso);
  if (AFTER.goesOn.test(after)) return undefined;
  for (const read of [readDigits, readDayMonth, readMonthDay, readMonth]) {
    const date = read(year, before);
    if (date === 'impossible') return undefined;
    if (date) return { ...date, behind: 0 };
  }
  return readYears(year, before, after);
}

function readIso(year: number, before: string, match: RegExpExecArray): ReadDate | undefined {
  const [whole, separator, month, day] = match;
  const isAddress = separator === '/' && before.endsWith('/');
  if (!isAddress && /[\p{L}\p{N}\/+]$|\p{N}[.,:\-–]$|[.\-]$/v.test(before)) return undefined;
  if (Number(month) === 0 || Number(day) === 0) return undefined;
  const range = dayRange(year, Number(month), Number(day));
  return range && { ...range, length: 0, behind: whole.length };
}

/** `impossible` stands for a day that the month does not have: then the month is not to be believed either. */
type Read = (DayRange & { readonly length: number }) | 'impossible' | undefined;

/** The day comes first, as it does everywhere but in America; where that cannot be, the month does. */
function readDigits(year: number, before: string): Read {
  const match = BEFORE.digits.exec(before);
  if (!match) return undefined;
  const [whole, from, a = '', separator, b = ''] = match;
  const last = dayOf(year, Number(b), Number(a));
  const swapped =
    separator === '/' && from === undefined ? dayOf(year, Number(a), Number(b)) : undefined;
  return between(
    from === undefined ? (last ?? swapped) : dayOf(year, Number(b), Number(from)),
    last ?? swapped,
    whole.length,
  );
}

function readDayMonth(year: number, before: string): Read {
  const match = BEFORE.dayMonth.exec(before);
  if (!match) return undefined;
  const [whole, fromDay, fromMonth, day = '', monthName = ''] = match;
  const month = monthNamed(monthName);
  if (month === undefined) return undefined;
  const last = dayOf(year, month, Number(day));
  const firstMonth = fromMonth === undefined ? month : monthNamed(fromMonth);
  if (fromDay === undefined || firstMonth === undefined) {
    return between(last, last, whole.length - (fromDay === undefined ? 0 : whole.lastIndexOf(day)));
  }
  return between(dayOf(year, firstMonth, Number(fromDay)), last, whole.length);
}

function readMonthDay(year: number, before: string): Read {
  const match = BEFORE.monthDay.exec(before);
  if (!match) return undefined;
  const [whole, monthName = '', day = '', toMonth, toDay] = match;
  const month = monthNamed(monthName);
  if (month === undefined) return undefined;
  const first = dayOf(year, month, Number(day));
  const lastMonth = toMonth === undefined ? month : monthNamed(toMonth);
  if (lastMonth === undefined) return undefined;
  const last = toDay === undefined ? first : dayOf(year, lastMonth, Number(toDay));
  return between(first, last, whole.length);
}

function readMonth(year: number, before: string): Read {
  const match = BEFORE.month.exec(before);
  if (!match) return undefined;
  const [whole, fromName, name = ''] = match;
  const month = monthNamed(name);
  if (month === undefined) return undefined;
  const from = fromName === undefined ? undefined : monthNamed(fromName);
  const last = dayRange(year, month);
  if (from !== undefined) return between(dayRange(year, from), last, whole.length);
  return between(last, last, whole.length - whole.lastIndexOf(name));
}

function readYears(year: number, before: string, after: string): ReadDate | undefined {
  if (BEFORE.notYears.test(before) || year < 1900) return undefined;
  const from = BEFORE.years.exec(before);
  const range = dayRange(year);
  if (!range) return undefined;
  if (from) {
    const first = dayRange(Number(from[1]));
    if (!first || first.first >= range.first) return undefined;
    return { first: first.first, last: range.last, length: from[0].length, behind: 0 };
  }
  // A round number is one more often than not.
  const isSaid = BEFORE.year.test(before) && year % 100 !== 0 && !AFTER.counts.test(after);
  return isSaid || AFTER.yearWord.test(after) ? { ...range, length: 0, behind: 0 } : undefined;
}

function dayOf(year: number, month: number, day: number): DayRange | undefined {
  return month === 0 || day === 0 ? undefined : dayRange(year, month, day);
}

function between(first: DayRange | undefined, last: DayRange | undefined, length: number): Read {
  if (!first || !last || first.first > last.last) return 'impossible';
  return { first: first.first, last: last.last, length };
}
