/** Queries for pages of invented words: the same for the encrypted and the plain library. */
import type { InventedWords } from '../../tests/helpers/invented-words.ts';

const ROUNDS = 8;

/** @param words made with the seed and size of those that wrote the pages, so that most are found. */
export function makeVaultQueries(words: InventedWords): string[] {
  return Array.from({ length: ROUNDS }, () => {
    const language = words.language();
    const common = words.word(language);
    const second = words.word(language);
    const rare = words.rareWord(language);
    return [
      common,
      rare,
      `${common} ${second} ${rare}`,
      `+${common} +${second}`,
      `+${common} -${second}`,
      `title:${common}`,
      `${common.slice(0, 4)}*`,
      `"${common} ${second}"`,
      `${rare}~1`,
    ];
  }).flat();
}
