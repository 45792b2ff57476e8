/** What the words of queries stand for, remembered: a person types a query letter by letter, and most of it stays. */
import { queryTerms } from '../analysis/analyser.ts';
import type { Dictionary, NameEntry } from '../index/dictionary.ts';
import type { IndexView } from '../index/index-view.ts';
import { packWord } from '../index/pack-word.ts';
import { nameKeys } from '../names/name-key.ts';

/** Words remembered of each kind. */
const MOST_WORDS = 1_000;

export class QueryWords {
  readonly #dictionary: Dictionary;
  readonly #terms = new Map<string, readonly string[]>();
  readonly #names = new Map<string, readonly NameEntry[]>();
  /** Of the names. */
  #generation = -1;

  constructor(dictionary: Dictionary) {
    this.#dictionary = dictionary;
  }

  /** The packed terms of a word; none for a stop word. */
  terms(word: string): readonly string[] {
    return remember(this.#terms, word, () => queryTerms(word).map(packWord));
  }

  /** Words of the library that may be another spelling of the same name, the word itself included. */
  names(view: IndexView, word: string): readonly NameEntry[] {
    if (this.#generation !== view.generation) this.#names.clear();
    this.#generation = view.generation;
    return remember(this.#names, word, () => {
      const keys = nameKeys(word);
      return keys.length === 0 ? [] : this.#dictionary.namesWith(view, keys);
    });
  }
}

function remember<Value>(known: Map<string, Value>, word: string, find: () => Value): Value {
  let value = known.get(word);
  if (value === undefined) {
    if (known.size >= MOST_WORDS) known.clear();
    known.set(word, (value = find()));
  }
  return value;
}
