import type { Excerpt } from '../../../shared/domain/excerpt.ts';

export interface SourceExcerpts {
  readonly documentId: number;
  readonly title: string;
  readonly fileName: string;
  /** In reading order. */
  readonly excerpts: readonly Excerpt[];
}

/** Excerpts by source, so that it can be seen how many sources tell of the same thing. */
export function groupBySource(excerpts: readonly Excerpt[]): SourceExcerpts[] {
  const groups = Map.groupBy(excerpts, (excerpt) => excerpt.documentId);
  return [...groups].flatMap(([documentId, ofSource]) => {
    const [first] = ofSource;
    if (first === undefined) return [];
    return {
      documentId,
      title: first.documentTitle,
      fileName: first.fileName,
      excerpts: ofSource.toSorted(
        (a, b) => a.start.page - b.start.page || a.start.offset - b.start.offset,
      ),
    };
  });
}
