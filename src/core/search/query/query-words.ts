/** What the words of queries stand for, remembered: a person types a query letter by letter, and most of it stays. */
import { queryTerms } from '../analysis/analyser.ts';
import type { Dictionary, MatchingTerms, NameEntry } from '../index/dictionary.ts';
import type { IndexView } from '../index/index-view.ts';
import { packWord } from '../index/pack-word.ts';
import type { WordTest } from '../index/word-test.ts';
import { nameKeys } from '../names/name-key.ts';

/** Words remembered of each kind. */
const MOST_WORDS = 1_000;
/** Patterns remembered: those of one query, which is asked for its pages and for what its facets leave. */
const MOST_PATTERNS = 4;

export class QueryWords {
  readonly #dictionary: Dictionary;
  readonly #terms = new Map<string, readonly string[]>();
  readonly #names = new Map<string, readonly NameEntry[]>();
  readonly #matching = new Map<string, MatchingTerms>();
  /** Of the names and patterns. */
  #generation = -1;

  constructor(dictionary: Dictionary) {
    this.#dictionary = dictionary;
  }

  /** The packed terms of a word; none for a stop word. */
  terms(word: string): readonly string[] {
    return remember(this.#terms, word, MOST_WORDS, () => queryTerms(word).map(packWord));
  }

  /** Words of the library that may be another spelling of the same name, the word itself included. */
  names(view: IndexView, word: string): readonly NameEntry[] {
    this.#forgetBefore(view);
    return remember(this.#names, word, MOST_WORDS, () => {
      const keys = nameKeys(word);
      return keys.length === 0 ? [] : this.#dictionary.namesWith(view, keys);
    });
  }

  /** The terms of the words that pass a test. @param pattern names the test. */
  matching(view: IndexView, pattern: string, test: () => WordTest): MatchingTerms {
    this.#forgetBefore(view);
    return remember(this.#matching, pattern, MOST_PATTERNS, () =>
      this.#dictionary.matching(view, test()),
    );
  }

  #forgetBefore({ generation }: IndexView): void {
    if (this.#generation === generation) return;
    this.#names.clear();
    this.#matching.clear();
    this.#generation = generation;
  }
}

function remember<Value>(
  known: Map<string, Value>,
  word: string,
  most: number,
  find: () => Value,
): Value {
  let value = known.get(word);
  if (value === undefined) {
    if (known.size >= most) known.clear();
    known.set(word, (value = find()));
  }
  return value;
}
