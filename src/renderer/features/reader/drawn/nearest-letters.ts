/** The place between two letters that a point of the window means, also where no letters are. */
import type { DrawnPage } from './drawn-page.ts';
import { nearestBox } from './nearest-box.ts';
import { clientBoxesOf } from './stretch-boxes.ts';

export interface LetterPlace {
  readonly page: DrawnPage;
  readonly node: Node;
  /** UTF-16 units. */
  readonly offset: number;
}

/** @param x client pixels. Null when no page has words. */
export function nearestLetters(
  pages: readonly DrawnPage[],
  x: number,
  y: number,
): LetterPlace | null {
  const direct = lettersAt(pages, x, y);
  if (direct !== null) return direct;
  const withWords = pages.filter(({ screen }) => screen.trim() !== '');
  const frames = withWords.map(({ element }) => element.getBoundingClientRect());
  const page = withWords[nearestBox(frames, x, y)];
  if (page === undefined) return null;
  const words = page.rangesOf(0, page.screen.length).flatMap((range) =>
    clientBoxesOf(range)
      .filter((box) => box.right > box.left && box.bottom > box.top)
      .map((box) => ({ range, box })),
  );
  const boxes = words.map(({ box }) => box);
  const nearest = words[nearestBox(boxes, x, y)];
  return nearest ? { page, ...nearestLetter(nearest.range, x, y) } : null;
}

/**
 * Null on blank paper. There the browser names no words, or those at the other end of the page; beside the lines of a text
 * document it names the right ones.
 */
function lettersAt(pages: readonly DrawnPage[], x: number, y: number): LetterPlace | null {
  const caret = document.caretPositionFromPoint(x, y);
  if (!(caret?.offsetNode instanceof Text)) return null;
  const { offsetNode: node, offset } = caret;
  const page = pages.find(({ element }) => element.contains(node));
  if (page === undefined) return null;
  const isPaper = page.partOf !== null;
  if (isPaper && document.elementFromPoint(x, y) !== node.parentElement) return null;
  return { page, node, offset };
}

/** Before or after the nearest letter of one text item, as its words run: from right to left and turned, too. */
function nearestLetter(words: Range, x: number, y: number): Pick<LetterPlace, 'node' | 'offset'> {
  const { startContainer: node, startOffset, endOffset, endContainer } = words;
  if (!(node instanceof Text) || node !== endContainer) return { node, offset: startOffset };
  const letters = [...node.data.slice(startOffset, endOffset).matchAll(/./gsu)].map((found) => {
    const start = startOffset + found.index;
    const letter = document.createRange();
    letter.setStart(node, start);
    letter.setEnd(node, start + found[0].length);
    return { start, end: start + found[0].length, box: letter.getBoundingClientRect() };
  });
  const at = nearestBox(
    letters.map(({ box }) => box),
    x,
    y,
  );
  const [before, nearest, after] = [letters[at - 1], letters[at], letters[at + 1]];
  if (nearest === undefined) return { node, offset: startOffset };
  const middle = middleOf(nearest.box);
  const runs = [
    before && between(middleOf(before.box), middle),
    after && between(middle, middleOf(after.box)),
  ]
    .filter((step) => step !== undefined)
    // The other one may be on another line.
    .toSorted((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y))[0] ?? { x: 1, y: 0 };
  const beside = between(middle, { x, y });
  const isAfter = runs.x * beside.x + runs.y * beside.y > 0;
  return { node, offset: isAfter ? nearest.end : nearest.start };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function between(from: Point, to: Point): Point {
  return { x: to.x - from.x, y: to.y - from.y };
}

function middleOf(box: DOMRect): Point {
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}
