/** Where the pages of a document stand in a view. */
import type { IndexView } from '../index/index-view.ts';

const known = new WeakMap<IndexView, PagePlaces>();

/** Pages of a document that are indexed: their slots by number. */
interface Stretch {
  /** Where page 0 would be in the list of slots. */
  readonly base: number;
  readonly last: number;
}

export class PagePlaces {
  readonly #stretches = new Map<number, Stretch>();
  /** One more than the slot; 0 where a page is not there. */
  readonly #slots: Int32Array;

  static of(view: IndexView): PagePlaces {
    let places = known.get(view);
    if (!places) known.set(view, (places = new PagePlaces(view)));
    return places;
  }

  private constructor({ slots, live, documentIds, pageNumbers }: IndexView) {
    const lastPages = new Map<number, number>();
    for (let slot = 0; slot < slots; slot += 1) {
      const id = documentIds[slot] ?? 0;
      const page = pageNumbers[slot] ?? 0;
      if (live[slot] === 1 && page > (lastPages.get(id) ?? 0)) lastPages.set(id, page);
    }
    let base = 0;
    for (const [id, last] of lastPages) {
      this.#stretches.set(id, { base, last });
      base += last + 1;
    }
    this.#slots = new Int32Array(base);
    for (let slot = 0; slot < slots; slot += 1) {
      const stretch = this.#stretches.get(documentIds[slot] ?? 0);
      if (live[slot] !== 1 || !stretch) continue;
      this.#slots[stretch.base + (pageNumbers[slot] ?? 0)] = slot + 1;
    }
  }

  /** -1 when the page is not indexed. */
  slotOf(documentId: number, page: number): number {
    const stretch = this.#stretches.get(documentId);
    if (!stretch || page > stretch.last) return -1;
    return (this.#slots[stretch.base + page] ?? 0) - 1;
  }
}
