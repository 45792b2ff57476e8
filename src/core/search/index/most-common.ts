/** Collects the terms a pattern matches; of too many, the commonest. */

/** More words make a search slow and its answer useless: what they have in common is a letter or two. */
export const MOST_TERMS = 2_000;
/** Of all their postings together, as stored; decoded they take about five times as much. */
const MOST_BYTES = 4_000_000;
/** When there are so many, the rarest are given up at once: a library has hundreds of thousands of terms. */
const MOST_COLLECTED = 8 * MOST_TERMS;

export class MostCommon {
  /** By packed term: bytes of its postings. */
  #sizes = new Map<string, number>();
  #isComplete = true;

  add(term: string, bytes: number): void {
    this.#sizes.set(term, (this.#sizes.get(term) ?? 0) + bytes);
    if (this.#sizes.size > MOST_COLLECTED) this.#prune();
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
  }
}
