/** «Find in document»: asks the library for the places, from the page a person reads onward, and moves among them. */
import { MOST_FOUND_AT_ONCE, type FoundPage } from '../../../../shared/domain/find.ts';
import type { SourceDocument } from '../../../../shared/domain/source-document.ts';
import { call } from '../../../api.ts';
import { showFailure } from '../../../stores/notices.ts';
import { countHits, hitAt, hitFrom } from '../hits.ts';
import { activePane, type ReaderPane } from '../panes/pane.ts';
import { openDocument, useReader } from '../reader-store.ts';
import { reveal } from '../reveal.ts';
import { domRangeOf } from '../selection/stretch-lines.ts';
import type { Stretch } from '../stretch.ts';
import { blocksFrom, firstFound } from './find-blocks.ts';
import { EMPTY_FIND, type FindSlice } from './find-slice.ts';

/** Nobody goes through more; finding stops there. */
const MOST_FOUND = 10_000;
/** A selection longer than this is not what a person wants to find. UTF-16 units. */
const MOST_TAKEN = 100;

/** Number of the question that counts, for each pane. */
const latest = new WeakMap<ReaderPane, number>();

function begin(pane: ReaderPane): number {
  const number = (latest.get(pane) ?? 0) + 1;
  latest.set(pane, number);
  return number;
}

/** Shows the field of the open document, also while its pages are still to come; false when there is none to look in. */
export function findInReader(): boolean {
  const { find } = useReader.getState();
  if (!hasWords(openDocument(useReader.getState()))) return false;
  const selected = window.getSelection()?.toString().replace(/\s+/gu, ' ').trim() ?? '';
  const taken = selected.length > 0 && selected.length <= MOST_TAKEN ? selected : null;
  const slice = find ?? EMPTY_FIND;
  useReader.setState({ find: { ...slice, wanted: slice.wanted + 1 } });
  if (taken !== null && taken !== slice.text) void lookFor({ text: taken });
  return true;
}

function hasWords(document: SourceDocument | null): boolean {
  return document?.state.kind === 'imported' || document?.state.kind === 'needs-ocr';
}

export function isFinding(): boolean {
  return useReader.getState().find !== null;
}

type Wanted = Partial<Pick<FindSlice, 'text' | 'matchCase' | 'wholeWords'>>;

/**
 * Looks for something else, or in another way.
 * @param pause milliseconds to wait before: what follows in that time takes its place.
 */
export async function lookFor(wanted: Wanted, pause = 0): Promise<void> {
  const pane = activePane();
  const { reader } = pane;
  const { find, page: shown, opening } = reader.getState();
  const document = openDocument(reader.getState());
  // Before its pages are on the screen a person reads on where the document was left.
  const page = (opening.kind === 'open' ? opening.left?.page : undefined) ?? shown;
  if (find === null || document === null) return;
  const number = begin(pane);
  const isLatest = (): boolean => {
    const now = reader.getState();
    const isHere = now.find !== null && openDocument(now)?.id === document.id;
    return isHere && number === latest.get(pane);
  };
  const slice = { ...find, ...wanted, pages: [], current: -1, looking: true, more: false };
  reader.setState({ find: slice });
  const { text, matchCase, wholeWords } = slice;
  if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
  if (!isLatest()) return;
  let found: FoundPage[] = [];
  let more = false;
  for (const block of blocksFrom(page, document.pages)) {
    if (countHits(found) >= MOST_FOUND) {
      more = true;
      break;
    }
    const request = { documentId: document.id, text, matchCase, wholeWords, ...block };
    const outcome = await call('document.find', request);
    if (!isLatest()) return;
    if (!outcome.ok) {
      showFailure(outcome.failure);
      break;
    }
    const inBlock = countHits(outcome.value);
    if (inBlock === 0) continue;
    const room = MOST_FOUND - countHits(found);
    more ||= inBlock > room || inBlock >= MOST_FOUND_AT_ONCE;
    const isFirst = found.length === 0;
    const kept = firstFound(outcome.value, room);
    found = [...found, ...kept].toSorted((a, b) => a.page - b.page);
    take(pane, found);
    if (isFirst) goTo(pane, Math.max(0, hitFrom(found, page, 0)));
  }
  reader.setState(({ find: now }) => ({ find: now && { ...now, looking: false, more } }));
}

/** The current place stays the same while others come in before it. */
function take({ reader }: ReaderPane, pages: readonly FoundPage[]): void {
  reader.setState(({ find }) => {
    if (find === null) return {};
    const place = hitAt(find.pages, find.current);
    const current = place === null ? -1 : hitFrom(pages, place.page, place.mark.start);
    return { find: { ...find, pages, current } };
  });
}

/** Goes round: after the last place comes the first. */
export function moveFound(step: 1 | -1): void {
  const { find } = useReader.getState();
  const total = countHits(find?.pages ?? []);
  if (find !== null && total > 0) goTo(activePane(), (find.current + step + total) % total);
}

function goTo(pane: ReaderPane, current: number): void {
  pane.reader.setState(({ find }) => ({ find: find && { ...find, current } }));
  const stretch = currentPlace(pane);
  if (stretch !== null) void reveal(stretch, false, pane);
}

function currentPlace({ reader }: ReaderPane): Stretch | null {
  const { find } = reader.getState();
  const place = find && hitAt(find.pages, find.current);
  if (!place) return null;
  const { page, mark } = place;
  return { start: { page, offset: mark.start }, end: { page, offset: mark.end } };
}

/** What was found last is selected then, so that a key can highlight it. */
export function closeFind(): void {
  const pane = activePane();
  begin(pane);
  const place = currentPlace(pane);
  const { surface } = pane.reader.getState();
  pane.reader.setState({ find: null });
  surface?.scroller.focus({ preventScroll: true });
  const range = place && domRangeOf(pane, place);
  if (!range) return;
  const selection = window.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}
