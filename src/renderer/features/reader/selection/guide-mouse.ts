/**
 * Selecting with the mouse as a person means it. The words of a PDF lie one by one over its picture, and Chromium loses the
 * place where a drag began when that is beside them: most people begin in the margin. And it takes a drag that begins
 * on selected words for dragging these, which is refused (guard-copying.ts), so that nothing would happen.
 */
import { nearestLetters, type LetterPlace } from '../drawn/nearest-letters.ts';
import type { ReaderPane } from '../panes/pane.ts';

/** CSS pixels that the pointer has to move before a press is a drag. */
const DRAG_BEGINS = 3;

type Place = Pick<LetterPlace, 'node' | 'offset'>;

interface Drag {
  /** What stays selected, whichever way the drag goes: a word or a line that was clicked twice or thrice; else one place. */
  readonly first: Place;
  readonly last: Place;
  readonly x: number;
  readonly y: number;
  /** Shift moves the end of what is selected without any drag. */
  readonly atOnce: boolean;
  /** Where the pointer is now, client pixels. */
  at: { readonly x: number; readonly y: number };
}

/** Guides what is dragged over the pages of a pane until the signal aborts. */
export function guideMouse(pane: ReaderPane, signal: AbortSignal): void {
  let drag: Drag | null = null;
  /** Where the last plain press was: from there on Shift selects. */
  let pressed: LetterPlace | null = null;
  let takesUnit = false;
  const placeAt = (x: number, y: number): LetterPlace | null =>
    nearestLetters([...pane.drawn.getState().pages.values()], x, y);
  const isInPages = (node: Node): boolean =>
    [...pane.drawn.getState().pages.values()].some(({ element }) => element.contains(node));

  /** On a page or beside it; the bars that scroll do not count. */
  const isOverPages = (target: Node, x: number, y: number): boolean => {
    const scroller = pane.reader.getState().surface?.scroller;
    if (scroller?.contains(target) !== true) return false;
    const { left, top } = scroller.getBoundingClientRect();
    return x - left < scroller.clientWidth && y - top < scroller.clientHeight;
  };

  const on = <Name extends keyof DocumentEventMap>(
    name: Name,
    listener: (event: DocumentEventMap[Name]) => void,
  ): void => document.addEventListener(name, listener, { signal });

  on('pointerdown', (event) => {
    drag = null;
    takesUnit = false;
    const { button, shiftKey, pointerType, target, clientX: x, clientY: y } = event;
    if (button !== 0 || pointerType !== 'mouse' || event.defaultPrevented) return;
    if (!(target instanceof Node) || !isOverPages(target, x, y)) return;
    const at = { x, y };
    if (shiftKey) {
      const from = anchorOfSelection() ?? (pressed?.node.isConnected === true ? pressed : null);
      if (from !== null) drag = { first: from, last: from, x, y, atOnce: true, at };
      return;
    }
    window.getSelection()?.removeAllRanges();
    pressed = placeAt(x, y);
    if (pressed !== null) drag = { first: pressed, last: pressed, x, y, atOnce: false, at };
  });
  on('mousedown', ({ detail, shiftKey, defaultPrevented }) => {
    if (defaultPrevented) drag = null;
    else if (detail > 1 && !shiftKey) {
      // What a second or a third click selects in a text document goes on rightly by itself.
      if (pressed === null || pressed.page.partOf === null) drag = null;
      takesUnit = drag !== null;
    }
  });
  on('pointermove', ({ buttons, clientX: x, clientY: y }) => {
    if (drag === null) return;
    if ((buttons & 1) === 0) {
      drag = null;
      return;
    }
    drag.at = { x, y };
    // Chromium moves its end after this, and paints after that.
    requestAnimationFrame(holdDragged);
  });
  // Also while the pages scroll below a pointer that rests.
  on('selectionchange', holdDragged);
  on('pointerup', () => {
    holdDragged();
    drag = null;
  });
  on('pointercancel', () => {
    drag = null;
  });

  function holdDragged(): void {
    if (drag === null) return;
    if (takesUnit) {
      const unit = pressed && selectedUnit(pressed);
      takesUnit = unit === null;
      if (unit !== null) drag = { ...drag, ...unit };
    }
    if (!takesUnit) hold(drag, placeAt(drag.at.x, drag.at.y));
  }

  function anchorOfSelection(): Place | null {
    const selection = window.getSelection();
    const { anchorNode: node, anchorOffset: offset } = selection ?? {};
    if (!node || offset === undefined || selection?.isCollapsed !== false) return null;
    return isInPages(node) ? { node, offset } : null;
  }
}

/**
 * The word or the line that the browser has just selected; null while it has not. Of a line it says that it ends somewhere
 * behind, even in what pdf.js puts there for its own end of a drag.
 */
function selectedUnit({ node }: Place): Pick<Drag, 'first' | 'last'> | null {
  const selection = window.getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
  const length = node instanceof Text ? node.length : node.childNodes.length;
  return {
    first: { node, offset: startContainer === node ? startOffset : 0 },
    last: { node, offset: endContainer === node ? endOffset : length },
  };
}

/** @param to the other end; what the browser says when there is none. Nothing is changed where it agrees. */
function hold({ first, last, x, y, at, atOnce }: Drag, to: LetterPlace | null): void {
  const selection = window.getSelection();
  if (selection === null || !first.node.isConnected || !last.node.isConnected) return;
  if (!atOnce && Math.hypot(at.x - x, at.y - y) < DRAG_BEGINS) return;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  const browsers = focusNode && { node: focusNode, offset: focusOffset };
  const place = to ?? browsers;
  if (place === null) return;
  const goesBack = isBefore(place, first);
  const from = goesBack ? last : first;
  const end = !goesBack && isBefore(place, last) ? last : place;
  const isHeld = anchorNode === from.node && anchorOffset === from.offset;
  if (isHeld && end.node === focusNode && end.offset === focusOffset) return;
  selection.setBaseAndExtent(from.node, from.offset, end.node, end.offset);
}

function isBefore(one: Place, other: Place): boolean {
  const range = document.createRange();
  range.setStart(other.node, other.offset);
  return range.comparePoint(one.node, one.offset) < 0;
}
