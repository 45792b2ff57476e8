/** The search hits of one document, and moving among them. Pure. */
import type { SearchMark, SearchOutcome } from '../../../shared/domain/search.ts';
import type { HitPage } from './reader-store.ts';

/** Where a hit is: the page and the mark on it. */
export interface HitPlace {
  readonly page: number;
  readonly mark: SearchMark;
}

/**
 * All pages with hits, in reading order: those of the answer on the screen when it is the one this page was opened from,
 * else that page alone.
 */
export function hitPagesOf(
  documentId: number,
  target: HitPage,
  outcome: SearchOutcome | null,
): HitPage[] {
  if (target.marks.length === 0) return [];
  const pages = outcome?.documents.find((hits) => hits.documentId === documentId)?.pages ?? [];
  const fromAnswer = pages.some(
    (hit) => hit.page === target.page && sameMarks(hit.marks, target.marks),
  );
  const all = fromAnswer ? pages.map(({ page, marks }) => ({ page, marks })) : [target];
  return all.filter(({ marks }) => marks.length > 0).toSorted((a, b) => a.page - b.page);
}

export function sameMarks(a: readonly SearchMark[], b: readonly SearchMark[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ start, end }, index) => {
      const other = b[index];
      return start === other?.start && end === other.end;
    })
  );
}

export function countHits(pages: readonly HitPage[]): number {
  return pages.reduce((sum, { marks }) => sum + marks.length, 0);
}

/** The hit with an index over all pages; null when there is none. */
export function hitAt(pages: readonly HitPage[], index: number): HitPlace | null {
  let rest = index;
  for (const { page, marks } of pages) {
    const mark = marks[rest];
    if (rest >= 0 && mark !== undefined) return { page, mark };
    rest -= marks.length;
  }
  return null;
}

/** Index of the first hit at or after a place; -1 when none follows. */
export function hitFrom(pages: readonly HitPage[], page: number, offset: number): number {
  let index = 0;
  for (const hit of pages) {
    for (const mark of hit.marks) {
      if (hit.page > page || (hit.page === page && mark.end > offset)) return index;
      index += 1;
    }
  }
  return -1;
}
