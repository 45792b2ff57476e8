/** Passphrases of six random words. */

/** 11 bits each, from the English list of BIP 39: 2,048 plain words, none like another in its first four letters. */
export const WORDS_IN_PASSPHRASE = 6;

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

/** Six words from this computer's random numbers: 66 bits. */
export async function suggestPassphrase(): Promise<string> {
  const { wordlist } = await import('@scure/bip39/wordlists/english.js');
  return drawWords(wordlist, WORDS_IN_PASSPHRASE, (into) => void crypto.getRandomValues(into));
}
