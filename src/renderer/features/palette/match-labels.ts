/** Which labels fit what was typed, best first. Pure, and quick enough for every keystroke. */
import type { PaletteEntry } from './palette-index.ts';
import { foldName } from './fold-name.ts';

/**
 * How well an entry fits; smaller is better. Within one rank the order of the book stays, so what was used last comes
 * first.
 */
export const RANK = {
  exact: 0,
  startOfName: 1,
  startsOfWords: 2,
  initials: 3,
  inside: 4,
} as const;
export type Rank = (typeof RANK)[keyof typeof RANK];

export interface RankedEntry {
  readonly entry: PaletteEntry;
  readonly rank: Rank;
}

export interface PaletteMatches {
  /** Best first, at most `limit`. */
  readonly found: readonly RankedEntry[];
  /** How many fit, shown or not. */
  readonly total: number;
}

/** Entries that fit `query`; an empty query fits all, in the order of the book. */
export function matchLabels(
  entries: readonly PaletteEntry[],
  query: string,
  limit: number,
): PaletteMatches {
  const folded = foldName(query);
  if (folded === '') {
    const found = entries.slice(0, limit).map((entry) => ({ entry, rank: RANK.inside }));
    return { found, total: entries.length };
  }
  const words = folded.split(' ');
  const byRank: PaletteEntry[][] = [[], [], [], [], []];
  let total = 0;
  for (const entry of entries) {
    const rank = rankOf(entry, folded, words);
    if (rank === null) continue;
    total += 1;
    byRank[rank]?.push(entry);
  }
  const found: RankedEntry[] = [];
  for (const [rank, ranked] of byRank.entries()) {
    for (const entry of ranked.slice(0, limit - found.length)) {
      found.push({ entry, rank: rank as Rank });
    }
  }
  return { found, total };
}

/** How well one entry fits, null when it does not. `words` are the words of `folded`. */
function rankOf(entry: PaletteEntry, folded: string, words: readonly string[]): Rank | null {
  if (!words.every((word) => entry.folded.includes(word))) {
    return words.length === 1 && areInitials(entry, folded) ? RANK.initials : null;
  }
  if (entry.foldedNames.includes(folded)) return RANK.exact;
  if (entry.foldedNames.some((name) => name.startsWith(folded))) return RANK.startOfName;
  if (words.every((word) => startsAWord(entry, word))) return RANK.startsOfWords;
  return RANK.inside;
}

function startsAWord(entry: PaletteEntry, word: string): boolean {
  return entry.wordStarts.some((start) => entry.folded.startsWith(word, start));
}

/** «mat» is «Minsk, arrest, trial»: the first letters of consecutive words, from the first word on. */
function areInitials(entry: PaletteEntry, letters: string): boolean {
  if (letters.length < 2 || letters.length > entry.wordStarts.length) return false;
  for (let index = 0; index < letters.length; index += 1) {
    if (entry.folded[entry.wordStarts[index] ?? 0] !== letters[index]) return false;
  }
  return true;
}
