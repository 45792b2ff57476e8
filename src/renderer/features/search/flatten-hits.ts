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
