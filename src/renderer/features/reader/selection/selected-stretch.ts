/** From what is selected in the window to canonical points. */
import type { DrawnPagesSlice } from '../drawn/drawn-pages.ts';
import { translateStretch } from '../drawn/translate-stretch.ts';
import type { DrawnPage } from '../drawn/drawn-page.ts';
import type { PageSource } from '../page-source.ts';
import { trimStretch, type Stretch } from '../stretch.ts';

export interface FoundSelection extends Stretch {
  /** Dragged from its end to its start. */
  readonly backward: boolean;
}

/** The words selected on the drawn pages of a pane, in stored offsets, without white space at the ends; null when no words are selected. */
export async function selectedStretch(
  drawn: DrawnPagesSlice,
  selection: Selection | null,
  source: PageSource,
): Promise<FoundSelection | null> {
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const pages = [...drawn.pages.values()]
    .filter((page) => range.intersectsNode(page.element))
    .toSorted((a, b) => a.number - b.number);
  const first = pages[0];
  const last = pages.at(-1);
  if (first === undefined || last === undefined) return null;
  const from = first.element.contains(range.startContainer)
    ? first.offsetOf(range.startContainer, range.startOffset, 'start')
    : 0;
  const to = last.element.contains(range.endContainer)
    ? last.offsetOf(range.endContainer, range.endOffset, 'end')
    : last.screen.length;
  if (from === null || to === null) return null;
  const backward = isBackward(selection, range);
  const raw = toStored(first, from, last, to);
  if (raw === null) return null;
  await source.load(raw.start.page, raw.end.page);
  const stretch = trimStretch(raw, (page) => source.loaded(page)?.text ?? '');
  return stretch === null ? null : { ...stretch, backward };
}

function isBackward(selection: Selection, range: Range): boolean {
  return (
    selection.focusNode === range.startContainer && selection.focusOffset === range.startOffset
  );
}

/** Screen offsets as stored ones; where the texts differ the selected words of each end page are looked up. */
function toStored(first: DrawnPage, from: number, last: DrawnPage, to: number): Stretch | null {
  if (first === last) {
    const found = translateStretch(first.screen, first.stored, from, to);
    return found && at(first.number, found.start, first.number, found.end);
  }
  const head =
    from >= first.screen.length
      ? { start: first.stored.length }
      : translateStretch(first.screen, first.stored, from, first.screen.length);
  const tail = to === 0 ? { end: 0 } : translateStretch(last.screen, last.stored, 0, to);
  if (head === null || tail === null) return null;
  return at(first.number, head.start, last.number, tail.end);
}

function at(startPage: number, start: number, endPage: number, end: number): Stretch {
  return { start: { page: startPage, offset: start }, end: { page: endPage, offset: end } };
}
