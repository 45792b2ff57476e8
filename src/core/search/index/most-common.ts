/** Collects the terms a pattern matches; of too many, the commonest. */

/** More words make a search slow and its answer useless: what they have in common is a letter or two. */
export const MOST_TERMS = 2_000;
/** Of all their postings together, as stored; decoded they take about five times as much. */
const MOST_BYTES = 4_000_000;
/** When there are so many, the rarest are given up at once: a library has hundreds of thousands of terms. */
const MOST_COLLECTED = 8 * MOST_TERMS;

export class MostCommon {
  readonly #segments: number;
  /** By packed term: bytes of its postings. */
  #sizes = new Map<string, number>();
  #isComplete = true;
  /** Bytes of the rarest term that was kept when there were too many. */
  #least = 0;

  /** @param segments of which the terms come. */
  constructor(segments: number) {
    this.#segments = segments;
  }

  /** False for a term with so few bytes in one segment that it would hardly be kept: nothing need be made of it. */
  mayCount(bytes: number): boolean {
    return bytes * this.#segments >= this.#least;
  }

  add(term: string, bytes: number): void {
    this.#sizes.set(term, (this.#sizes.get(term) ?? 0) + bytes);
    if (this.#sizes.size > MOST_COLLECTED) this.#prune();
  }

  /** There are already more terms than will be taken. */
  get isFull(): boolean {
    return !this.#isComplete || this.#sizes.size > MOST_TERMS;
  }

  /** The terms, and whether they are all. */
  take(): { terms: readonly string[]; complete: boolean } {
    let bytes = 0;
    for (const size of this.#sizes.values()) bytes += size;
    if (this.#sizes.size > MOST_TERMS || bytes > MOST_BYTES) this.#prune();
    return { terms: [...this.#sizes.keys()], complete: this.#isComplete };
  }

  #prune(): void {
    const largest = [...this.#sizes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    let bytes = 0;
    const kept = largest.slice(0, MOST_TERMS).filter(([, size]) => (bytes += size) <= MOST_BYTES);
    this.#isComplete = false;
    this.#sizes = new Map(kept);
    this.#least = kept.at(-1)?.[1] ?? 0;
  }
}
