/** The forms and names met while a segment is built. */
import type { Lexicon } from '../analysis/lexicon.ts';
import { isBetterSpelling } from '../names/better-spelling.ts';
import { packWord } from './pack-word.ts';
import type { PackedName } from './dictionary-codec.ts';

/** Short words in capitals are headlines and abbreviations more often than names. */
const SHORTEST_CAPITALS = 6;
/** No name is longer, in UTF-16 units. */
const LONGEST_NAME = 64;

export class FoundForms {
  readonly #lexicon: Lexicon;
  /** Numbers of forms that are not their own term, and the term. */
  readonly #terms = new Map<number, number>();
  /** The same for forms of several terms: in two languages one word may be stemmed differently. */
  readonly #moreTerms = new Map<number, Set<number>>();
  /** By key, by number of the term: how the name is written. */
  readonly #names = new Map<string, Map<number, string>>();
  /** Words of the document that are written with a capital, and their terms. */
  readonly #capitalised = new Map<number, number>();
  /** Forms that stand in the document in lower case. */
  readonly #inLowerCase = new Set<number>();

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** @param term the number of its spelling. */
  add(word: number, term: number): void {
    const form = this.#lexicon.formOf(word);
    if (this.#lexicon.isCapitalised(word)) this.#capitalised.set(word, term);
    else this.#inLowerCase.add(form);
    if (form === term) return;
    const known = this.#terms.get(form);
    if (known === undefined) this.#terms.set(form, term);
    else if (known !== term) {
      const more = this.#moreTerms.get(form);
      if (more === undefined) this.#moreTerms.set(form, new Set([known, term]));
      else more.add(term);
    }
  }

  /** Words that may be names never stand in lower case in the document that ends here. */
  endDocument(): void {
    for (const [word, term] of this.#capitalised) this.#addName(word, term);
    this.#capitalised.clear();
    this.#inLowerCase.clear();
  }

  forms(): Int32Array {
    return Int32Array.from(this.#terms.keys());
  }

  /** Packed terms of a form. */
  termsOf(form: number): string[] {
    const numbers = this.#moreTerms.get(form) ?? [this.#terms.get(form) ?? 0];
    return Array.from(numbers, (number) => this.#lexicon.spelling(number)).sort();
  }

  names(): ReadonlyMap<string, PackedName[]> {
    return new Map(
      [...this.#names].map(([key, spellings]) => [
        key,
        [...spellings].map(([term, spelling]) => ({
          spelling: packWord(spelling),
          term: this.#lexicon.spelling(term),
        })),
      ]),
    );
  }

  #addName(word: number, term: number): void {
    if (this.#inLowerCase.has(this.#lexicon.formOf(word))) return;
    if (this.#lexicon.wordLength(word) > LONGEST_NAME) return;
    const spelling = this.#lexicon.wordText(word);
    if (isShortHeadline(spelling)) return;
    for (const key of this.#lexicon.nameKeysOf(word)) {
      const packed = packWord(key);
      let spellings = this.#names.get(packed);
      if (spellings === undefined) this.#names.set(packed, (spellings = new Map<number, string>()));
      const known = spellings.get(term);
      if (known === undefined || isBetterSpelling(spelling, known)) spellings.set(term, spelling);
    }
  }
}

function isShortHeadline(spelling: string): boolean {
  return spelling.length < SHORTEST_CAPITALS && spelling === spelling.toUpperCase();
}
