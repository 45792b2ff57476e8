/** Keeps the best of many scored entries: a binary heap of their positions with the worst at its root. */
export class BestOf {
  readonly #limit: number;
  readonly #scores: Float64Array;
  readonly #compare: (a: number, b: number) => number;
  readonly #heap: number[] = [];
  /** Score of the root once the heap is full: what is below it needs no comparing. */
  #least = Number.NEGATIVE_INFINITY;

  /** @param compare negative when the first is better; only asked for equal scores and at the end. */
  constructor(limit: number, scores: Float64Array, compare: (a: number, b: number) => number) {
    this.#limit = limit;
    this.#scores = scores;
    this.#compare = compare;
  }

  /** Positions of those kept, in no order. */
  get indices(): readonly number[] {
    return this.#heap;
  }

  offer(index: number): void {
    const score = this.#scores[index] ?? 0;
    if (score < this.#least) return;
    const heap = this.#heap;
    if (heap.length < this.#limit) {
      heap.push(index);
      this.#rise(heap.length - 1);
      if (heap.length < this.#limit) return;
    } else {
      if (!this.#isWorse(heap[0] ?? 0, index)) return;
      heap[0] = index;
      this.#sink();
    }
    this.#least = this.#scores[heap[0] ?? 0] ?? 0;
  }

  /** Best first. */
  sorted(): number[] {
    return this.#heap.toSorted(this.#compare);
  }

  #isWorse(a: number, b: number): boolean {
    const difference = (this.#scores[a] ?? 0) - (this.#scores[b] ?? 0);
    return difference === 0 ? this.#compare(a, b) > 0 : difference < 0;
  }

  #rise(from: number): void {
    const heap = this.#heap;
    const index = heap[from] ?? 0;
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent] ?? 0;
      if (!this.#isWorse(index, above)) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = index;
  }

  #sink(): void {
    const heap = this.#heap;
    const { length } = heap;
    const index = heap[0] ?? 0;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= length) break;
      if (child + 1 < length && this.#isWorse(heap[child + 1] ?? 0, heap[child] ?? 0)) child += 1;
      const below = heap[child] ?? 0;
      if (!this.#isWorse(below, index)) break;
      heap[at] = below;
      at = child;
    }
    heap[at] = index;
  }
}
