/** The words of the library: by pattern, by similarity, by the sound of a name. Terms are packed (pack-word.ts). */
import { isBetterSpelling } from '../names/better-spelling.ts';
import type { BlockReader } from './block-reader.ts';
import { WordCursor } from './block.ts';
import { formListLength, readFormTerms, readNames } from './dictionary-codec.ts';
import type { IndexView, Segment } from './index-view.ts';
import { KnownWords } from './known-words.ts';
import { MostCommon } from './most-common.ts';
import { packWord, unpackWord } from './pack-word.ts';
import { blockAt, firstBlock, type DictionaryPart } from './segment-directory.ts';
import type { WordTest } from './word-test.ts';

/** What patterns are compared with: every form that stands on a page, or only the terms, as stock Lunr does. */
export type PatternScope = 'forms' | 'terms';

export interface NameEntry {
  readonly term: string;
  /** One way it is written. */
  readonly spelling: string;
}

/** The terms of a pattern; `complete` is false when there were more than are searched. */
export interface MatchingTerms {
  readonly terms: readonly string[];
  readonly complete: boolean;
}

const NO_LISTS = Buffer.of();

export class Dictionary {
  readonly #blocks: BlockReader;
  readonly #known = new KnownWords();
  readonly scope: PatternScope;

  constructor(blocks: BlockReader, scope: PatternScope) {
    this.#blocks = blocks;
    this.scope = scope;
  }

  /** Words of the library that were written like names and share a key; one spelling for each term. */
  namesWith(view: IndexView, keys: readonly string[]): NameEntry[] {
    const packed = keys.map(packWord).sort();
    const spellings = new Map<string, string>();
    for (const segment of view.segments) {
      for (const found of this.#blocks.lookUp(segment, 'names', packed)) {
        for (const name of readNames(found.lists, found.offset, found.value)) {
          const spelling = unpackWord(name.spelling);
          const known = spellings.get(name.term);
          if (known === undefined || isBetterSpelling(spelling, known)) {
            spellings.set(name.term, spelling);
          }
        }
      }
    }
    return Array.from(spellings, ([term, spelling]) => ({ term, spelling }));
  }

  /** The terms of all words that pass the test, those with most postings when there are too many. */
  matching(view: IndexView, test: WordTest): MatchingTerms {
    const found = new MostCommon(view.segments.length);
    this.#known.keep(view);
    for (const segment of view.segments) this.#scan(segment, 'terms', test, found);
    // Forms give terms that do not match themselves; they are not wanted when there are too many that do.
    if (this.scope === 'forms' && !found.isFull) {
      for (const segment of view.segments) this.#scan(segment, 'forms', test, found);
    }
    return found.take();
  }

  #scan(segment: Segment, part: DictionaryPart, test: WordTest, found: MostCommon): void {
    const firstWords = segment.directory[part];
    const first = Math.max(0, blockAt(firstWords, test.prefix));
    for (let number = first; number < firstWords.length; number += 1) {
      const start = firstWords[number] ?? '';
      if (start > test.prefix && !start.startsWith(test.prefix)) return;
      const next = firstWords[number + 1];
      if (next !== undefined && !test.mayPass(start, next)) continue;
      const cursor = new WordCursor(this.#wordsOf(segment, part, number));
      test.begin();
      let offset = 0;
      while (cursor.next()) {
        const { value } = cursor;
        if (test.passes(cursor)) {
          if (part === 'terms') {
            if (found.mayCount(value)) found.add(cursor.word, value);
          } else {
            const lists =
              formListLength(value) > 0 ? this.#listsOf(segment, part, number) : NO_LISTS;
            for (const term of readFormTerms(cursor.word, value, lists, offset)) found.add(term, 1);
          }
        } else if (test.isOver) return;
        offset += part === 'terms' ? value : formListLength(value);
      }
    }
  }

  #wordsOf(segment: Segment, part: DictionaryPart, number: number): Uint8Array {
    const block = firstBlock(segment.directory, part) + number;
    return this.#known.of(segment.token, block, () =>
      this.#blocks.readWords(segment, part, number),
    );
  }

  #listsOf(segment: Segment, part: DictionaryPart, number: number): Uint8Array {
    return this.#blocks.read(segment, part, number).lists;
  }
}
