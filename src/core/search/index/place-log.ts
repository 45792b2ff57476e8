/** The words of one field of many pages in reading order, to be sorted by term. */
export interface SortedPlaces {
  /** Per term number: where its places begin; they end where those of the next begin. */
  readonly starts: Int32Array;
  readonly locals: Int32Array;
  readonly ordinals: Int32Array;
}

export class PlaceLog {
  #terms = new Int32Array(1024);
  #ordinals = new Int32Array(1024);
  #size = 0;
  /** Per page: where its words end. */
  readonly #ends: number[] = [];

  add(term: number, ordinal: number): void {
    if (this.#size === this.#terms.length) this.#grow();
    this.#terms[this.#size] = term;
    this.#ordinals[this.#size++] = ordinal;
  }

  /** @returns the number of words that were added for the page. */
  endPage(): number {
    const before = this.#ends.at(-1) ?? 0;
    this.#ends.push(this.#size);
    return this.#size - before;
  }

  /** @param termCount all term numbers are below it. */
  sorted(termCount: number): SortedPlaces {
    const terms = this.#terms;
    const starts = new Int32Array(termCount + 1);
    for (let at = 0; at < this.#size; at += 1) {
      const next = (terms[at] ?? 0) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
    }
    for (let term = 0; term < termCount; term += 1) {
      starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
    }
    const free = starts.slice();
    const locals = new Int32Array(this.#size);
    const ordinals = new Int32Array(this.#size);
    let at = 0;
    for (const [local, end] of this.#ends.entries()) {
      for (; at < end; at += 1) {
        const term = terms[at] ?? 0;
        const place = free[term] ?? 0;
        free[term] = place + 1;
        locals[place] = local;
        ordinals[place] = this.#ordinals[at] ?? 0;
      }
    }
    return { starts, locals, ordinals };
  }

  #grow(): void {
    const terms = new Int32Array(this.#size * 2);
    const ordinals = new Int32Array(this.#size * 2);
    terms.set(this.#terms);
    ordinals.set(this.#ordinals);
    this.#terms = terms;
    this.#ordinals = ordinals;
  }
}
