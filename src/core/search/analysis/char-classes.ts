/** Which characters make words, as a table: a regular expression for each character would take most of the time of indexing. */

/** Modifier letters such as ʼ are letters to Unicode; here they only join. Superscripts (footnotes) are no digits. */
export const LETTERS = String.raw`[[\p{L}\p{Nd}\p{Nl}]--[\u02B0-\u02FF]]`;
/** Combining marks, soft hyphens and zero-width characters may stand inside a word. */
export const INSIDES = String.raw`[[\p{L}\p{Nd}\p{Nl}\p{M}\u00AD\u200B-\u200D\u2060]--[\u02B0-\u02FF]]`;
/** ' ’ ‘ ʼ ʹ ` ´: all in use for the apostrophe of Belarusian and Ukrainian. */
export const APOSTROPHES = String.raw`\u0027\u2019\u2018\u02BC\u02B9\u0060\u00B4`;

export const LETTER = 1;
export const INSIDE = 2;
export const APOSTROPHE = 3;
/** Half of a character beyond U+FFFF: the table cannot tell what it is. */
export const SURROGATE = 4;
const DIVIDER = 5;
const UNKNOWN = 0;

/** In the order in which they are asked. */
const PATTERNS = [
  [LETTER, new RegExp(LETTERS, 'v')],
  [INSIDE, new RegExp(INSIDES, 'v')],
  [APOSTROPHE, new RegExp(`[${APOSTROPHES}]`, 'v')],
  [SURROGATE, /[\uD800-\uDFFF]/],
] as const;

/** By UTF-16 unit, as far as units were asked for: to fill it whole would take a tenth of the start of a search. */
const classes = new Uint8Array(0x10000);

/** The class of a UTF-16 unit; none of the exported ones for what divides words. */
export function classOf(unit: number): number | undefined {
  const known = classes[unit];
  return known === UNKNOWN ? learn(unit) : known;
}

function learn(unit: number): number {
  const letter = String.fromCharCode(unit);
  const found = PATTERNS.find(([, pattern]) => pattern.test(letter))?.[0] ?? DIVIDER;
  classes[unit] = found;
  return found;
}
