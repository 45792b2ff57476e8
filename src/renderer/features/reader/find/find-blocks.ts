/** Pages in one question: they are shown as they come. */
export const FIND_PAGES_AT_ONCE = 50;

/** First pages of the blocks of a document, the one of `page` first, then onward and round. Pure. */
export function blocksFrom(page: number, pages: number): number[] {
  const count = Math.ceil(pages / FIND_PAGES_AT_ONCE);
  const first = Math.floor((page - 1) / FIND_PAGES_AT_ONCE);
  return Array.from({ length: count }, (_, at) => ((first + at) % count) * FIND_PAGES_AT_ONCE + 1);
}
