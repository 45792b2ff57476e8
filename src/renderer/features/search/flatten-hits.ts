import type { DocumentHits, PageHit } from '../../../shared/domain/search.ts';

/** One row that the keys can stop at. */
export interface HitRow {
  readonly documentId: number;
  readonly hit: PageHit;
}

/** The pages of all documents in the order they stand on the screen. */
export function flattenHits(documents: readonly DocumentHits[]): HitRow[] {
  return documents.flatMap(({ documentId, pages }) => pages.map((hit) => ({ documentId, hit })));
}

/** For each document the index of its first page among all pages. */
export function firstRows(documents: readonly DocumentHits[]): number[] {
  return documents.map((_, index) => flattenHits(documents.slice(0, index)).length);
}
