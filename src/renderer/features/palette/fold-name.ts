/** Names as the palette compares them: no case, no accents, no apostrophes. */

const MARKS = /\p{M}+/gu;
const APOSTROPHES = /['’ʼ‘`]/gu;

/**
 * Folds a name or a query. «Ё» becomes «е» and «Ў» «у» (their marks go with the accents), so that either spelling finds the
 * other. Offsets into the answer are not offsets into the name.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(APOSTROPHES, '')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim();
}
