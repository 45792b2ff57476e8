/** How an excerpt names its place. */
import type { Excerpt } from '../../shared/domain/excerpt.ts';

/** Printed label of the page, or `12–13` when the passage crosses pages of which only numbers are known. */
export function pageReference(excerpt: Excerpt): string {
  const { start, end, pageLabel } = excerpt;
  if (end.page === start.page) return pageLabel;
  return pageLabel === String(start.page) ? `${start.page}–${end.page}` : pageLabel;
}
