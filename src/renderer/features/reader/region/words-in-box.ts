/** The words of a page that stand in a box, line by line: a column, a cell, a table. */
import type { DrawnPage } from '../drawn/drawn-page.ts';
import type { Box } from '../drawn/merge-rects.ts';
import { boxesOf } from '../drawn/stretch-boxes.ts';

/** Words whose middle lies in the box, in reading order; empty when there are none. */
export function wordsInBox(page: DrawnPage, box: Box): string {
  let text = '';
  let end = 0;
  for (const { index, 0: word } of page.screen.matchAll(/\S+/gu)) {
    const [place] = boxesOf(page, index, index + word.length);
    if (place === undefined || !holds(box, place)) continue;
    const between = page.screen.slice(end, index);
    if (text !== '') text += /^\s*$/u.test(between) && !between.includes('\n') ? ' ' : '\n';
    text += word;
    end = index + word.length;
  }
  return text;
}

function holds(box: Box, { left, right, top, bottom }: Box): boolean {
  const x = (left + right) / 2;
  const y = (top + bottom) / 2;
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}
