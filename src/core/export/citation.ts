/** How an excerpt names its place. */
import type { Excerpt } from '../../shared/domain/excerpt.ts';

/**
 * Printed label of the page, or `12–13` when the passage crosses pages of which only numbers are known. A region adds
 * where on the page it lies: points from its left and bottom edge, `12 [x 72–300, y 400–520 pt]`.
 */
export function pageReference(excerpt: Excerpt): string {
  const { start, end, pageLabel, region } = excerpt;
  if (region !== null) {
    const { x1, x2, y1, y2 } = region;
    const [left, right, bottom, top] = [x1, x2, y1, y2].map(Math.round);
    return `${pageLabel} [x ${left}–${right}, y ${bottom}–${top} pt]`;
  }
  if (end.page === start.page) return pageLabel;
  return pageLabel === String(start.page) ? `${start.page}–${end.page}` : pageLabel;
}
