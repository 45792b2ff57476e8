/** Stretches of days as they are written in a query, in words. */

const MONTH = /^(?<year>\d{4})-(?<month>\d\d)$/u;
const DECADE = /^(?<from>\d{4})\.\.(?<to>\d{4})$/u;

/** For `2010..2019`, `2011` and `2011-08`. */
export function dayWords(value: string, language: string): string {
  const decade = DECADE.exec(value)?.groups;
  if (decade) return `${decade['from']}–${decade['to']}`;
  const month = MONTH.exec(value)?.groups;
  if (!month) return value;
  return format(month, { month: 'long', year: 'numeric' }, language);
}

/** What stands below a bar: the letter of a month, nothing below the others. */
export function barLetter(value: string, language: string): string {
  const month = MONTH.exec(value)?.groups;
  return month ? format(month, { month: 'narrow' }, language) : '';
}

function format(
  { year, month }: Record<string, string>,
  options: Intl.DateTimeFormatOptions,
  language: string,
): string {
  const instant = new Date(Date.UTC(Number(year), Number(month) - 1, 1));
  return new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(instant);
}
