/** Passphrases of six random words. */

/**
 * Words to draw from: 12 bits each, so 72 bits for six. They are common English words that occur both in speech and in
 * an encyclopedia (which leaves names, slang and rare words out), four to eight Latin letters long.
 */
export const WORD_COUNT = 4_096;
export const WORDS_IN_PASSPHRASE = 6;

/** @throws Error when the lists give fewer words than the entropy that is promised needs. */
export function wordList(
  spoken: readonly string[],
  written: readonly string[],
  names: readonly string[],
): string[] {
  const inWriting = new Set(written);
  const isName = new Set(names);
  const words = new Set(
    spoken.filter((word) => /^[a-z]{4,8}$/.test(word) && inWriting.has(word) && !isName.has(word)),
  );
  if (words.size < WORD_COUNT) throw new Error('The word list is too short.');
  return [...words].slice(0, WORD_COUNT);
}

/** Draws words evenly. @param fill fills an array with random bits (`crypto.getRandomValues`) */
export function drawWords(
  words: readonly string[],
  count: number,
  fill: (into: Uint32Array<ArrayBuffer>) => void,
): string {
  return Array.from({ length: count }, () => words[below(words.length, fill)]).join(' ');
}

/** A number from 0 to `limit` - 1; draws again instead of folding the odd rest, which would favour low numbers. */
function below(limit: number, fill: (into: Uint32Array<ArrayBuffer>) => void): number {
  const fair = Math.floor(2 ** 32 / limit) * limit;
  const box = new Uint32Array(1);
  for (;;) {
    fill(box);
    const drawn = box[0] ?? 0;
    if (drawn < fair) return drawn % limit;
  }
}

/** Six words from this computer's random numbers. */
export async function suggestPassphrase(): Promise<string> {
  const { dictionary } = await import('@zxcvbn-ts/language-en');
  const words = wordList(dictionary['commonWords-en'], dictionary['wikipedia-en'], [
    ...dictionary['firstnames-en'],
    ...dictionary['lastnames-en'],
  ]);
  return drawWords(words, WORDS_IN_PASSPHRASE, (into) => void crypto.getRandomValues(into));
}
