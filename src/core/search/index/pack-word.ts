/**
 * The spelling of words in the index: a letter of the four languages or a digit takes one byte, where UTF-8 takes two
 * for Cyrillic; every other UTF-16 unit takes three. A packed word is a string of units below 256, which V8 stores as
 * bytes and compares as bytes; the index is sorted in that order.
 */
const LETTERS = "'0123456789abcdefghijklmnopqrstuvwxyzабвгдежзийклмнопрстуфхцчшщъыьэюяєіїўґ";
/** The letter after it is a capital. */
const CAPITAL_CODE = 0x7f;
export const CAPITAL = String.fromCharCode(CAPITAL_CODE);
/** First byte of an escape: the four highest bits. Then come twice six bits, so that no byte is taken for another. */
const LEAD = 0x80;
const NEXT = 0xc0;
const SIX_BITS = 0x3f;

const codeOfUnit = new Uint8Array(0x500);
const letterOfCode: string[] = [];
const unitOfCode = new Uint16Array(0x80);
for (const [index, letter] of Array.from(LETTERS).entries()) {
  codeOfUnit[letter.charCodeAt(0)] = index + 1;
  letterOfCode[index + 1] = letter;
  unitOfCode[index + 1] = letter.charCodeAt(0);
}

export function packWord(word: string): string {
  const bytes: number[] = [];
  for (let i = 0; i < word.length; i += 1) {
    const unit = word.charCodeAt(i);
    const code = codeOfUnit[unit] ?? 0;
    if (code > 0) bytes.push(code);
    else pushOther(bytes, word.charAt(i));
  }
  return String.fromCharCode(...bytes);
}

function pushOther(bytes: number[], letter: string): void {
  const small = letter.toLowerCase();
  const code = small.length === 1 ? (codeOfUnit[small.charCodeAt(0)] ?? 0) : 0;
  if (code > 0 && small.toUpperCase() === letter) bytes.push(CAPITAL_CODE, code);
  else {
    const unit = letter.charCodeAt(0);
    bytes.push(LEAD | (unit >> 12), NEXT | ((unit >> 6) & SIX_BITS), NEXT | (unit & SIX_BITS));
  }
}

export function unpackWord(packed: string): string {
  let word = '';
  for (let i = 0; i < packed.length; i += 1) {
    const byte = packed.charCodeAt(i);
    if (byte === CAPITAL_CODE) {
      i += 1;
      word += (letterOfCode[packed.charCodeAt(i)] ?? '').toUpperCase();
    } else if (byte < LEAD) word += letterOfCode[byte] ?? '';
    else {
      const middle = packed.charCodeAt(i + 1) & SIX_BITS;
      const low = packed.charCodeAt(i + 2) & SIX_BITS;
      word += String.fromCharCode(((byte & 0xf) << 12) | (middle << 6) | low);
      i += 2;
    }
  }
  return word;
}

/** The UTF-16 unit of the letter that begins at `at`; capitals do not stand in terms and forms. */
export function unitAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at] ?? 0;
  if (byte < LEAD) return unitOfCode[byte] ?? 0;
  const middle = (bytes[at + 1] ?? 0) & SIX_BITS;
  const low = (bytes[at + 2] ?? 0) & SIX_BITS;
  return ((byte & 0xf) << 12) | (middle << 6) | low;
}

/** Bytes of the letter that begins with `byte`. */
export function letterSize(byte: number): number {
  return byte < LEAD ? 1 : 3;
}

/** True inside a character of three bytes: no cut may be made there. */
export function isInsideLetter(byte: number): boolean {
  return byte >= NEXT;
}
