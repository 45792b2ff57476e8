/** Joins the rectangles of text items into one per line of words. Pure; any unit, y downward. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Its words run up or down: lines lie beside each other then. */
  readonly sideways?: true;
}

/** Two boxes are on one line when they share this part of the lower one's height. */
const SAME_LINE = 0.6;
/** Gaps up to this many line heights are word spaces; wider ones are gutters between columns or cells of a table. */
const WORD_GAP = 1.2;

/** Boxes in reading order, joined where one goes on from the one before on the same line. Empty boxes are left out. */
export function mergeBoxes(boxes: readonly Box[]): Box[] {
  const merged: Box[] = [];
  for (const box of boxes) {
    if (box.right - box.left < 0.01 || box.bottom - box.top < 0.01) continue;
    const last = merged.at(-1);
    if (last !== undefined && goesOn(last, box)) {
      merged[merged.length - 1] = {
        ...last,
        left: Math.min(last.left, box.left),
        top: Math.min(last.top, box.top),
        right: Math.max(last.right, box.right),
        bottom: Math.max(last.bottom, box.bottom),
      };
    } else merged.push(box);
  }
  return merged;
}

function goesOn(last: Box, box: Box): boolean {
  if (last.sideways !== box.sideways) return false;
  return box.sideways === undefined ? isNext(last, box) : isNext(turned(last), turned(box));
}

function turned({ left, top, right, bottom }: Box): Box {
  return { left: top, top: left, right: bottom, bottom: right };
}

function isNext(last: Box, box: Box): boolean {
  const height = Math.min(last.bottom - last.top, box.bottom - box.top);
  const shared = Math.min(last.bottom, box.bottom) - Math.max(last.top, box.top);
  if (shared < SAME_LINE * height) return false;
  const gap = Math.max(last.left, box.left) - Math.min(last.right, box.right);
  return gap <= WORD_GAP * Math.max(last.bottom - last.top, box.bottom - box.top);
}
