/** The words of the library: exact, by pattern, by similarity. */
import type { LibraryDatabase } from '../../library/connection.ts';
import { lunrParts } from '../query/lunr-parts.ts';
import { prepared } from './prepared.ts';

/** What patterns are compared with: every form that stands on a page, or only the terms, as stock Lunr does. */
export type PatternScope = 'forms' | 'terms';

interface Entry {
  readonly text: string;
  readonly termId: number;
}

export interface NameEntry {
  readonly termId: number;
  /** One way it is written. */
  readonly spelling: string;
}

const AFTER_ALL_TEXT = '\u{10FFFF}';

export class Dictionary {
  readonly #database: LibraryDatabase;
  readonly scope: PatternScope;
  #all: { generation: number; entries: readonly Entry[] } | undefined;

  constructor(database: LibraryDatabase, scope: PatternScope) {
    this.#database = database;
    this.scope = scope;
  }

  idOf(term: string): number | undefined {
    const find = prepared<number>(this.#database, 'SELECT id FROM search_term WHERE term = ?');
    return find.pluck().get(term);
  }

  textsOf(termIds: readonly number[]): string[] {
    const find = prepared<string>(
      this.#database,
      'SELECT term FROM json_each(?) AS wanted CROSS JOIN search_term ON search_term.id = wanted.value',
    );
    return find.pluck().all(JSON.stringify(termIds));
  }

  /** Words of the library that were written like names and share a key. */
  namesWith(keys: readonly string[]): NameEntry[] {
    const find = prepared<NameEntry>(
      this.#database,
      `SELECT DISTINCT term_id AS termId, spelling FROM json_each(?) AS wanted
       CROSS JOIN search_name ON search_name.key = wanted.value`,
    );
    return find.all(JSON.stringify(keys));
  }

  /** Ids of the terms that a pattern matches: letters, digits and apostrophes, and `*` for any number of them. */
  matching(pattern: string, generation: number): number[] {
    const star = pattern.indexOf('*');
    const prefix = pattern.slice(0, star);
    const candidates = prefix === '' ? this.#entries(generation) : this.#withPrefix(prefix);
    if (star > 0 && star === pattern.length - 1) return idsOf(candidates);
    const parts = pattern.split('*');
    return idsOf(candidates.filter(({ text }) => matchesParts(text, parts)));
  }

  /** Ids of the terms within `distance` changes of `word`, by Lunr's own automaton. */
  similar(word: string, distance: number, generation: number): number[] {
    const near = nearBags(word, distance, this.#entries(generation));
    // The automaton of a long word takes seconds to build.
    if (near.length === 0) return [];
    const texts = [...new Set(near.map((entry) => entry.text))].sort();
    const found = new Set(
      lunrParts.TokenSet.fromArray(texts)
        .intersect(lunrParts.TokenSet.fromFuzzyString(word, distance))
        .toArray(),
    );
    return idsOf(near.filter((entry) => found.has(entry.text)));
  }

  #withPrefix(prefix: string): Entry[] {
    const bounds = { from: prefix, to: prefix + AFTER_ALL_TEXT };
    const terms = prepared<Entry>(
      this.#database,
      'SELECT term AS text, id AS termId FROM search_term WHERE term >= @from AND term < @to',
    ).all(bounds);
    if (this.scope === 'terms') return terms;
    const forms = prepared<Entry>(
      this.#database,
      'SELECT form AS text, term_id AS termId FROM search_form WHERE form >= @from AND form < @to',
    ).all(bounds);
    return [...terms, ...forms];
  }

  /** Everything, kept until the index changes. */
  #entries(generation: number): readonly Entry[] {
    if (this.#all?.generation !== generation) {
      this.#all = { generation, entries: this.#withPrefix('') };
    }
    return this.#all.entries;
  }
}

function idsOf(entries: readonly Entry[]): number[] {
  return [...new Set(entries.map((entry) => entry.termId))];
}

/** Whether the parts stand in the text one after the other, the first at its start and the last at its end. */
function matchesParts(text: string, parts: readonly string[]): boolean {
  const last = parts.at(-1) ?? '';
  const end = text.length - last.length;
  let at = parts[0]?.length ?? 0;
  if (at > end || !text.startsWith(parts[0] ?? '') || !text.endsWith(last)) return false;
  // The earliest place is the best one, so nothing is tried twice: a regular expression would try for hours.
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= end;
}

/** A cheap test that everything within `distance` passes: length, and letters that one has and the other has not. */
function nearBags(word: string, distance: number, entries: readonly Entry[]): Entry[] {
  const wanted = new Int16Array(0x10000);
  const add = (letter: number, by: number): void => {
    wanted[letter] = (wanted[letter] ?? 0) + by;
  };
  for (let i = 0; i < word.length; i += 1) add(word.charCodeAt(i), 1);
  return entries.filter(({ text }) => {
    const difference = text.length - word.length;
    if (difference > distance || -difference > distance) return false;
    let extra = 0;
    for (let i = 0; i < text.length; i += 1) {
      add(text.charCodeAt(i), -1);
      if ((wanted[text.charCodeAt(i)] ?? 0) < 0) extra += 1;
    }
    for (let i = 0; i < text.length; i += 1) add(text.charCodeAt(i), 1);
    return extra <= distance && extra - difference <= distance;
  });
}
