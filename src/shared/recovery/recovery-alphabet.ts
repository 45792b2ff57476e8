/**
 * Letters of the recovery key: Crockford's base 32. No I, L, O and U, so that a hand-written key has nothing that can
 * be read as a digit, and no word comes about by chance.
 */
export const RECOVERY_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Latin letters that are read as digits, and Cyrillic ones that look the same on paper. */
const READ_AS: ReadonlyMap<string, string> = new Map([
  ['I', '1'],
  ['L', '1'],
  ['O', '0'],
  ['А', 'A'],
  ['В', 'B'],
  ['Е', 'E'],
  ['К', 'K'],
  ['М', 'M'],
  ['Н', 'H'],
  ['О', '0'],
  ['Р', 'P'],
  ['С', 'C'],
  ['Т', 'T'],
  ['У', 'Y'],
  ['Х', 'X'],
  ['І', '1'],
  ['Ѕ', 'S'],
  ['Ј', 'J'],
]);

/** The value 0 to 31 of a typed character; undefined for one that no recovery key has. */
export function valueOfLetter(typed: string): number | undefined {
  const capital = typed.toUpperCase();
  const value = RECOVERY_LETTERS.indexOf(READ_AS.get(capital) ?? capital);
  return value < 0 || capital.length !== 1 ? undefined : value;
}
