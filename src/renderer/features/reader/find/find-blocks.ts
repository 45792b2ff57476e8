import type { FoundPage } from '../../../../shared/domain/find.ts';
import { countHits } from '../hits.ts';

/** Pages in one question: they are shown as they come. */
export const FIND_PAGES_AT_ONCE = 50;

/** 1-based, both included. */
export interface PageBlock {
  readonly from: number;
  readonly to: number;
}

/** The blocks of a document in the order they are asked for: from `page` onward and round. Pure. */
export function blocksFrom(page: number, pages: number): PageBlock[] {
  return [...blocksOf(page, pages), ...blocksOf(1, page - 1)];
}

function blocksOf(first: number, last: number): PageBlock[] {
  const count = Math.max(0, Math.ceil((last - first + 1) / FIND_PAGES_AT_ONCE));
  return Array.from({ length: count }, (_, at) => {
    const from = first + at * FIND_PAGES_AT_ONCE;
    return { from, to: Math.min(last, from + FIND_PAGES_AT_ONCE - 1) };
  });
}

/** The first `most` places, in reading order. Pure. */
export function firstFound(pages: readonly FoundPage[], most: number): readonly FoundPage[] {
  if (countHits(pages) <= most) return pages;
  let left = most;
  return pages.flatMap(({ page, marks }) => {
    const kept = marks.slice(0, left);
    left -= kept.length;
    return kept.length === 0 ? [] : [{ page, marks: kept }];
  });
}
