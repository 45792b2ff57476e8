/** The scan for similar words: of most blocks it can tell by their first words that nothing in them is similar. */
import { commonLength, type WordCursor } from './block.ts';
import { letterSize, packWord, unitAt } from './pack-word.ts';
import { NO_LETTER, SimilarWords, type SimilarityState } from './similar-words.ts';
import type { WordTest } from './word-test.ts';

/** Keeps the states along the current word, because the next one begins alike. */
export class SimilarityTest implements WordTest {
  readonly prefix = '';
  readonly isOver = false;
  readonly #words: SimilarWords;
  /** Letters of the word, as they stand in the dictionary, and their units. */
  readonly #letters: readonly (readonly [packed: string, unit: number])[];
  /** After so many bytes of the word; undefined inside a letter of several bytes. */
  readonly #states: (SimilarityState | undefined)[] = [];
  /** No word that has so many bytes in common with the last one can pass. */
  #deadAfter = Number.POSITIVE_INFINITY;

  constructor(word: string, changes: number) {
    this.#words = new SimilarWords(word, changes);
    this.#letters = Array.from(this.#words.letters, (unit) => [
      packWord(String.fromCharCode(unit)),
      unit,
    ]);
    this.begin();
  }

  mayPass(first: string, next: string): boolean {
    const shared = commonLength(first, next);
    const state = this.#follow(first.slice(0, shared));
    if (isDead(state)) return false;
    if (this.#mayContinue(state, letterAt(first, shared), letterAt(next, shared))) return true;
    return this.#mayPassAfter(first, shared, state) || this.#mayPassBefore(next, shared, state);
  }

  begin(): void {
    this.#states[0] = this.#words.start;
    this.#deadAfter = Number.POSITIVE_INFINITY;
  }

  passes({ bytes, length, shared }: WordCursor): boolean {
    if (shared >= this.#deadAfter) return false;
    this.#deadAfter = Number.POSITIVE_INFINITY;
    let at = shared;
    let state = this.#states[at];
    while (state !== undefined && at < length) {
      state = this.#words.step(state, unitAt(bytes, at));
      at += letterSize(bytes[at] ?? 0);
      if (isDead(state)) {
        this.#deadAfter = at;
        return false;
      }
      this.#states[at] = state;
    }
    return state?.accepts === true;
  }

  #follow(packed: string): SimilarityState {
    let state = this.#words.start;
    for (let at = 0; at < packed.length;) {
      const letter = letterAt(packed, at);
      state = this.#step(state, letter);
      at += letter.length;
    }
    return state;
  }

  #step(state: SimilarityState, letter: string): SimilarityState {
    return this.#words.step(state, unitAt(Buffer.from(letter, 'latin1'), 0));
  }

  /** Whether a word may go on with a letter between the two; which letters are not in the word is not asked. */
  #mayContinue(state: SimilarityState, after: string, before: string | undefined): boolean {
    if (!isDead(this.#words.step(state, NO_LETTER))) return true;
    return this.#letters.some(
      ([packed, unit]) =>
        packed > after &&
        (before === undefined || packed < before) &&
        !isDead(this.#words.step(state, unit)),
    );
  }

  /** `first` itself, or a word after it that begins with more of it than `from` bytes. */
  #mayPassAfter(first: string, from: number, start: SimilarityState): boolean {
    let state = start;
    for (let at = from; at < first.length;) {
      const letter = letterAt(first, at);
      state = this.#step(state, letter);
      if (isDead(state)) return false;
      at += letter.length;
      if (this.#mayContinue(state, letterAt(first, at), undefined)) return true;
    }
    return true;
  }

  /** A word before `next` that begins with more of it than `from` bytes. */
  #mayPassBefore(next: string, from: number, start: SimilarityState): boolean {
    let state = start;
    for (let at = from; at < next.length;) {
      const letter = letterAt(next, at);
      state = this.#step(state, letter);
      if (isDead(state)) return false;
      at += letter.length;
      if (at === next.length) return false;
      if (state.accepts || this.#mayContinue(state, '', letterAt(next, at))) return true;
    }
    return false;
  }
}

function isDead({ rests }: SimilarityState): boolean {
  return rests.length === 0;
}

/** The packed letter that begins at `at`; '' at the end, which stands before all letters. */
function letterAt(packed: string, at: number): string {
  return packed.slice(at, at + letterSize(packed.charCodeAt(at)));
}
