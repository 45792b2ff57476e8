/** The index entries of a document that is not in the library yet, made in slices outside of any transaction. */
import type { Analysis } from '../analysis/analysis.ts';
import { SegmentBuilder, type EncodedSegment } from './segment-builder.ts';
import type { PageText } from './page-source.ts';
import { Slices } from './slices.ts';

export class PreparedDocument {
  readonly #segments: EncodedSegment[] = [];
  readonly #slices: Slices;

  /** @param pages in order; a large document becomes several segments. */
  constructor(analysis: Analysis, pages: Iterable<PageText>) {
    this.#slices = new Slices(this.#build(analysis, pages));
  }

  /**
   * Works on it for about so many milliseconds; a step takes about one, the sorting of a large document some 30.
   * @returns true when there is more to do.
   */
  work(budgetMs: number): boolean {
    return this.#slices.work(budgetMs);
  }

  /** All of it, as segments of a document with this id; what `work` left is done now. */
  finish(documentId: number): EncodedSegment[] {
    while (this.#slices.work(Number.POSITIVE_INFINITY));
    return this.#segments.map((segment) => ({
      ...segment,
      pages: segment.pages.map((page) => ({ ...page, documentId })),
    }));
  }

  *#build(analysis: Analysis, pages: Iterable<PageText>): Generator<void> {
    let builder = new SegmentBuilder(analysis);
    for (const page of pages) {
      builder.add(0, page);
      yield;
      if (!builder.isFull) continue;
      builder.endDocument();
      this.#segments.push(yield* builder.encode());
      builder = new SegmentBuilder(analysis);
    }
    builder.endDocument();
    if (builder.size > 0) this.#segments.push(yield* builder.encode());
  }
}
