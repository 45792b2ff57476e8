/** Tests of words by pattern, made for a scan through a sorted dictionary. */
import type { WordCursor } from './block.ts';

/** One test for one scan. `begin` is called before every block; then `passes` for each of its words in their order. */
export interface WordTest {
  /** Every word that passes begins with it; packed. */
  readonly prefix: string;
  /** Whether all words that begin with `prefix` are behind: no later one passes. */
  readonly isOver: boolean;
  /** False when no word from `first` on and before `next` passes: then their block need not be read. */
  mayPass(first: string, next: string): boolean;
  begin(): void;
  passes(word: WordCursor): boolean;
}

/**
 * Words with the given parts one after the other, the first at the start and the last at the end.
 * @param parts what stands between the stars of a pattern; packed.
 */
export class PatternTest implements WordTest {
  readonly prefix: string;
  isOver = false;
  /** Whether the word tested last begins with the prefix. */
  #isInside = false;
  readonly #middle: readonly string[];
  readonly #last: string;

  constructor(parts: readonly string[]) {
    this.prefix = parts[0] ?? '';
    this.#middle = parts.slice(1, -1).filter((part) => part !== '');
    this.#last = parts.at(-1) ?? '';
  }

  mayPass(): boolean {
    return true;
  }

  begin(): void {
    this.isOver = false;
    this.#isInside = false;
  }

  passes({ bytes, length, shared }: WordCursor): boolean {
    let at = this.prefix.length;
    const wasInside = this.#isInside;
    this.#isInside =
      (wasInside && shared >= at) || (length >= at && standsAt(bytes, this.prefix, 0));
    this.isOver = wasInside && !this.#isInside;
    const end = length - this.#last.length;
    if (!this.#isInside || at > end || !standsAt(bytes, this.#last, end)) return false;
    // The earliest place is the best one, so nothing is tried twice: a regular expression would try for hours.
    for (const part of this.#middle) {
      const found = find(bytes, part, at, end);
      if (found < 0) return false;
      at = found + part.length;
    }
    return true;
  }
}

/** @returns -1 when the part does not stand wholly between `from` and `to`. */
function find(bytes: Uint8Array, part: string, from: number, to: number): number {
  for (let at = from; at + part.length <= to; at += 1) if (standsAt(bytes, part, at)) return at;
  return -1;
}

function standsAt(bytes: Uint8Array, part: string, at: number): boolean {
  for (let i = 0; i < part.length; i += 1) {
    if (bytes[at + i] !== part.charCodeAt(i)) return false;
  }
  return true;
}
