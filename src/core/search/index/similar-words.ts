/**
 * Words within one or two changes of another, as Lunr counts them (TokenSet.fromFuzzyString): a letter inserted, dropped,
 * replaced or swapped with the next. Lunr's automaton of a long word takes seconds to build; this one is built as far as
 * the words of the dictionary lead into it, and a beginning that leads nowhere is left with all its words.
 */
/** What is left of the word: the letter at `held`, when it was swapped with the one after it, then all from `from` on. */
interface Rest {
  readonly held: number;
  readonly from: number;
  readonly changes: number;
}

export interface SimilarityState {
  readonly rests: readonly Rest[];
  readonly accepts: boolean;
  readonly next: Map<number, SimilarityState>;
}

/** Any letter that is not in the word. */
export const NO_LETTER = -1;
const NOT_HELD = -1;

export class SimilarWords {
  readonly #word: string;
  /** UTF-16 units of the word. */
  readonly letters: ReadonlySet<number>;
  readonly #states = new Map<string, SimilarityState>();
  readonly start: SimilarityState;

  constructor(word: string, changes: number) {
    this.#word = word;
    this.letters = new Set(Array.from({ length: word.length }, (_, at) => word.charCodeAt(at)));
    this.start = this.#stateOf([{ held: NOT_HELD, from: 0, changes }]);
  }

  has(word: string): boolean {
    let state = this.start;
    for (let at = 0; at < word.length; at += 1) state = this.step(state, word.charCodeAt(at));
    return state.accepts;
  }

  /** The state after one more letter (a UTF-16 unit); without rests when nothing can follow any more. */
  step(state: SimilarityState, letter: number): SimilarityState {
    const known = this.letters.has(letter) ? letter : NO_LETTER;
    let next = state.next.get(known);
    if (next === undefined) {
      next = this.#stateOf(state.rests.flatMap((rest) => this.#after(rest, known)));
      state.next.set(known, next);
    }
    return next;
  }

  /** What may be left after reading `letter`. */
  #after(rest: Rest, letter: number): Rest[] {
    const { held, from, changes } = rest;
    const first = this.#unit(held === NOT_HELD ? from : held);
    const dropped = dropFirst(rest);
    const after: Rest[] = [];
    if (first === letter) after.push(dropped);
    if (changes === 0) return after;
    after.push({ ...rest, changes: changes - 1 });
    if (first === undefined) return after;
    after.push({ ...dropped, changes: changes - 1 });
    const second = held === NOT_HELD ? from + 1 : from;
    if (this.#unit(second) === letter) {
      after.push({ held: second === from ? held : from, from: second + 1, changes: changes - 1 });
    }
    return after;
  }

  #unit(at: number): number | undefined {
    return at < this.#word.length ? this.#word.charCodeAt(at) : undefined;
  }

  /** With what is left after letters are dropped; the same set of rests is one state. */
  #stateOf(rests: readonly Rest[]): SimilarityState {
    const all = new Map<string, Rest>();
    const waiting = [...rests];
    for (let rest = waiting.pop(); rest; rest = waiting.pop()) {
      const key = `${rest.held},${rest.from},${rest.changes}`;
      if (all.has(key)) continue;
      all.set(key, rest);
      const isEmpty = rest.held === NOT_HELD && rest.from >= this.#word.length;
      if (rest.changes > 0 && !isEmpty) {
        waiting.push({ ...dropFirst(rest), changes: rest.changes - 1 });
      }
    }
    const key = [...all.keys()].sort().join(' ');
    let state = this.#states.get(key);
    if (state === undefined) {
      const accepts = [...all.values()].some(
        ({ held, from }) => held === NOT_HELD && from >= this.#word.length,
      );
      state = { rests: [...all.values()], accepts, next: new Map() };
      this.#states.set(key, state);
    }
    return state;
  }
}

function dropFirst({ held, from, changes }: Rest): Rest {
  return held === NOT_HELD ? { held, from: from + 1, changes } : { held: NOT_HELD, from, changes };
}
