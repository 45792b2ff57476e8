/** Dates of events in words. EDTF: ISO 8601-2, https://www.loc.gov/standards/datetime/ */
import { parse, type EdtfDate, type EdtfInterval, type EdtfValue } from 'edtf';
import type { TFunction } from 'i18next';

/**
 * The words for an EDTF date, by the language of the interface.
 * @returns null when the text is no EDTF date; the text itself for forms that have no words yet (seasons, lists)
 */
export function edtfWords(text: string, t: TFunction<'labels'>, language: string): string | null {
  const value = tryParse(text);
  if (value === null) return null;
  if (value.type === 'Date') return dateWords(value, t, language);
  if (value.type !== 'Interval') return text;
  return intervalWords(value, t, language) ?? text;
}

function tryParse(text: string): EdtfValue | null {
  try {
    return parse(text);
  } catch {
    return null;
  }
}

/** An end is a date, open (`..`, which edtf reads as an infinite number) or not known (nothing, null). */
function intervalWords(
  { values: [start, end] }: EdtfInterval,
  t: TFunction<'labels'>,
  language: string,
): string | null {
  const [from, to] = [start, end].map((side) => isDate(side) && dateWords(side, t, language));
  if (from && to) return t('date-range', { from, to });
  if (from) return t(end === null ? 'date-from-unknown' : 'date-from', { from });
  if (to) return t(start === null ? 'date-until-unknown' : 'date-until', { to });
  return null;
}

function isDate(side: EdtfDate | number | null | undefined): side is EdtfDate {
  return typeof side === 'object' && side !== null;
}

/** Bits of `unspecified`, from edtf's Bitmask: `X` in the day, the month, the year's last digits. */
const DAY = 0b1100_0000;
const MONTH = 0b0011_0000;
const DECADE = 0b0000_1100;
const YEAR = 0b0000_1000;

function dateWords(date: EdtfDate, t: TFunction<'labels'>, language: string): string {
  const words = plainWords(date, t, language);
  if (date.approximate && date.uncertain) return t('date-about-uncertain', { date: words });
  if (date.approximate) return t('date-about', { date: words });
  if (date.uncertain) return t('date-uncertain', { date: words });
  return words;
}

function plainWords(date: EdtfDate, t: TFunction<'labels'>, language: string): string {
  const [year, month, day] = date.values;
  const hidden = date.unspecified ?? 0;
  if ((hidden & DECADE) === DECADE) {
    return t('date-century', { from: String(year), to: String(year + 99) });
  }
  if ((hidden & YEAR) === YEAR) return t('date-decade', { year: String(year) });
  if (month === undefined || (hidden & MONTH) !== 0) {
    return format(year, 0, 1, { year: 'numeric' }, language);
  }
  if (day === undefined) return format(year, month, 1, MONTH_AND_YEAR, language);
  if ((hidden & DAY) !== 0) {
    return t('date-day-unknown', { date: format(year, month, 1, MONTH_AND_YEAR, language) });
  }
  return format(year, month, day, { day: 'numeric', month: 'long', year: 'numeric' }, language);
}

const MONTH_AND_YEAR: Intl.DateTimeFormatOptions = { month: 'long', year: 'numeric' };

/** A calendar day belongs to no time zone, so it is made and written in UTC. */
function format(
  year: number,
  month: number,
  day: number,
  options: Intl.DateTimeFormatOptions,
  language: string,
): string {
  const instant = new Date(Date.UTC(2000, month, day));
  instant.setUTCFullYear(year);
  return new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(instant);
}
