/**
 * Selecting with the mouse as a person means it. The words of a PDF lie one by one over its picture, and Chromium loses the
 * place where a drag began when that is beside them: most people begin in the margin. And it takes a drag that begins
 * on selected words for dragging these, which is refused (guard-copying.ts), so that nothing would happen.
 */
import { nearestLetters, type LetterPlace } from '../drawn/nearest-letters.ts';
import type { ReaderPane } from '../panes/pane.ts';

/** CSS pixels that the pointer has to move before a press is a drag. */
const DRAG_BEGINS = 3;

interface Drag {
  readonly from: LetterPlace;
  readonly x: number;
  readonly y: number;
  /** Where the pointer is now, client pixels. */
  at: { readonly x: number; readonly y: number };
}

/** Guides what is dragged over the pages of a pane until the signal aborts. */
export function guideMouse(pane: ReaderPane, signal: AbortSignal): void {
  let drag: Drag | null = null;
  const placeAt = (x: number, y: number): LetterPlace | null =>
    nearestLetters([...pane.drawn.getState().pages.values()], x, y);

  const on = <Name extends keyof DocumentEventMap>(
    name: Name,
    listener: (event: DocumentEventMap[Name]) => void,
  ): void => document.addEventListener(name, listener, { signal });

  on('pointerdown', (event) => {
    drag = null;
    const { button, shiftKey, pointerType, target, clientX: x, clientY: y } = event;
    if (button !== 0 || shiftKey || pointerType !== 'mouse' || event.defaultPrevented) return;
    const pages = [...pane.drawn.getState().pages.values()];
    if (!(target instanceof Node) || !pages.some(({ element }) => element.contains(target))) return;
    window.getSelection()?.removeAllRanges();
    const from = placeAt(x, y);
    if (from !== null) drag = { from, x, y, at: { x, y } };
  });
  on('mousedown', ({ detail, defaultPrevented }) => {
    // Clicking twice and thrice selects words and paragraphs, and goes on by these.
    if (detail > 1 || defaultPrevented) drag = null;
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
    if (drag !== null) hold(drag, placeAt(drag.at.x, drag.at.y));
  }
}

/** @param to the other end; what the browser says when there is none. Nothing is changed where it agrees. */
function hold({ from, x, y, at }: Drag, to: LetterPlace | null): void {
  const selection = window.getSelection();
  if (selection === null || !from.node.isConnected) return;
  if (Math.hypot(at.x - x, at.y - y) < DRAG_BEGINS) return;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  const { node, offset } = to ?? { node: focusNode, offset: focusOffset };
  const isHeld = anchorNode === from.node && anchorOffset === from.offset;
  if (node === null || (isHeld && node === focusNode && offset === focusOffset)) return;
  selection.setBaseAndExtent(from.node, from.offset, node, offset);
}
