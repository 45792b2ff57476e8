/**
 * Days of the calendar as numbers that sort (2011-08-04 is 20110804), and ranges of them: from January 1 to December 31
 * when only a year is known.
 */

/** Both ends are days and belong to it. */
export interface DayRange {
  readonly first: number;
  readonly last: number;
}

/** Before and after all days, for ranges without an end. */
export const FIRST_DAY = 0;
export const LAST_DAY = 9999_12_31;

/** @param month 1 to 12, 0 for the whole year; @param day 1 to 31, 0 for the whole month. Undefined when there is no such day. */
export function dayRange(year: number, month = 0, day = 0): DayRange | undefined {
  if (month === 0) return { first: year * 10_000 + 101, last: year * 10_000 + 1231 };
  if (month > 12) return undefined;
  const days = daysOfMonth(year, month);
  const base = year * 10_000 + month * 100;
  if (day === 0) return { first: base + 1, last: base + days };
  return day > days ? undefined : { first: base + day, last: base + day };
}

/** «2011», «2010–2012»: of such a stretch no month is meant more than another. */
export function isWholeYears({ first, last }: DayRange): boolean {
  return first % 10_000 === 101 && last % 10_000 === 1231;
}

/** Whether something of these days lies in the range; of whole years, one of them wholly. */
export function liesIn(days: DayRange, range: DayRange): boolean {
  if (!isWholeYears(days)) return days.first <= range.last && days.last >= range.first;
  const from = yearOf(range.first) + (range.first % 10_000 <= 101 ? 0 : 1);
  const to = yearOf(range.last) - (range.last % 10_000 >= 1231 ? 0 : 1);
  return Math.max(from, yearOf(days.first)) <= Math.min(to, yearOf(days.last));
}

export function yearOf(day: number): number {
  return Math.floor(day / 10_000);
}

/** 1 to 12. */
export function monthOf(day: number): number {
  return Math.floor(day / 100) % 100;
}

function daysOfMonth(year: number, month: number): number {
  if (month === 2) {
    const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    return isLeap ? 29 : 28;
  }
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
