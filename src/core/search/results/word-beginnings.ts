/**
 * Tells by its first letter that a word cannot have one of some terms: most words of a page then need not be analysed.
 * Stemmers cut endings, so a term begins as the folded word does.
 */
import { classOf, INSIDE } from '../analysis/char-classes.ts';
import { foldWord } from '../analysis/fold.ts';
import { unpackWord } from '../index/pack-word.ts';

const NO = 1;
const YES = 2;

export class WordBeginnings {
  readonly #letters: ReadonlySet<string>;
  /** By first UTF-16 unit; 0 where it was not asked yet. */
  readonly #answers = new Map<number, number>();

  /** @param terms packed. */
  constructor(terms: readonly string[]) {
    this.#letters = new Set(terms.map((term) => unpackWord(term).charAt(0)));
  }

  /** Whether the word that begins at `start` can have one of the terms. */
  mayBegin(text: string, start: number): boolean {
    // A mark after it may make another letter of it.
    if (start + 1 < text.length && classOf(text.charCodeAt(start + 1)) === INSIDE) return true;
    const unit = text.charCodeAt(start);
    let answer = this.#answers.get(unit);
    if (answer === undefined) {
      const folded = foldWord(text.charAt(start)).charAt(0);
      answer = folded === '' || this.#letters.has(folded) ? YES : NO;
      this.#answers.set(unit, answer);
    }
    return answer === YES;
  }
}
