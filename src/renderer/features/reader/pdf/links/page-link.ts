/** A link of a page, placed in parts (0..1) of the page as it lies on the screen. Pure. */
import type { LinkTarget } from '../../../../drawing/drawing-answers.ts';
import type { Box } from '../../drawn/merge-rects.ts';

export interface PageLink {
  readonly box: Box;
  readonly target: LinkTarget;
}

/** A place of the document: left and top in PDF points, null where it is all the same. */
export interface PlaceTarget {
  readonly page: number;
  readonly left: number | null;
  readonly top: number | null;
}

/** What is known of a page on the screen: its size, and where a point in PDF points lies, both in CSS pixels. */
export interface PageFrame {
  readonly width: number;
  readonly height: number;
  convertToViewportPoint(x: number, y: number): readonly number[];
}

/** A person cannot use more, and a hostile page may have any number. */
const MOST_LINKS = 1_000;

/** @param links boxes in PDF points: left, bottom, right, top, in any order of their corners. */
export function placeLinks(
  links: readonly {
    readonly box: readonly [number, number, number, number];
    readonly target: LinkTarget;
  }[],
  frame: PageFrame,
): PageLink[] {
  return links.slice(0, MOST_LINKS).flatMap(({ box: [left, bottom, right, top], target }) => {
    const [x1 = 0, y1 = 0] = frame.convertToViewportPoint(left, bottom);
    const [x2 = 0, y2 = 0] = frame.convertToViewportPoint(right, top);
    const box = {
      left: part(Math.min(x1, x2), frame.width),
      top: part(Math.min(y1, y2), frame.height),
      right: part(Math.max(x1, x2), frame.width),
      bottom: part(Math.max(y1, y2), frame.height),
    };
    return box.left < box.right && box.top < box.bottom ? [{ box, target }] : [];
  });
}

function part(pixels: number, whole: number): number {
  return Math.min(Math.max(pixels / whole, 0), 1);
}

/** The smallest link at a point, so that a link below a page-wide one can be reached. */
export function linkAt(links: readonly PageLink[], x: number, y: number): PageLink | null {
  const size = ({ box }: PageLink): number => (box.right - box.left) * (box.bottom - box.top);
  return links
    .filter(({ box }) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom)
    .reduce<PageLink | null>(
      (best, link) => (best === null || size(link) < size(best) ? link : best),
      null,
    );
}
