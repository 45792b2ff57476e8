/** Selecting words from the keyboard: a caret in the text, moved by the usual keys, extended with Shift. */
import { isRegion, type TextPoint } from '../../../../shared/domain/passage.ts';
import { i18n } from '../../../i18n.ts';
import { showNotice } from '../../../stores/notices.ts';
import { activePane, type ReaderPane } from '../panes/pane.ts';
import { changeBounds, createPassage } from '../passage-commands.ts';
import { selectedPassage, type ReaderSlice } from '../reader-slice.ts';
import { startRegionBounds } from '../region/region.ts';
import { reveal } from '../reveal.ts';
import { comparePoints, trimStretch } from '../stretch.ts';
import { caretStretch, type Caret } from './caret-slice.ts';
import { moveCaret, type CaretGround, type CaretMove } from './move-caret.ts';
import { firstBetween } from './page-lines.ts';
import { wordsOfMove } from './say-move.ts';

/** Moves that wait for a page to be loaded, one after the other; none while all that is needed is there. */
const moving = new WeakMap<ReaderPane, Promise<void>>();

/** Begins at the selected words, the selected passage, or the first words in sight. */
export function startCaret(pane: ReaderPane = activePane()): void {
  const slice = pane.reader.getState();
  const { words, surface } = slice;
  if (surface === null) return;
  const passage = selectedPassage(slice);
  const first = words ?? (passage && { start: passage.start, end: passage.start });
  const place = first ?? placeInSight(pane);
  if (place === null) return void startOnPage(pane);
  const backward = words?.backward ?? false;
  putCaret(pane, {
    anchor: backward ? place.end : place.start,
    focus: backward ? place.start : place.end,
    goalX: null,
    boundsOf: null,
    said: i18n.t('caret-on', { ns: 'reader' }),
  });
}

/** Milliseconds; a page that is not drawn by then may never be. */
const DRAWN_WITHIN_MS = 3000;

/** Where no words are in sight: as soon as the page is drawn, at its first word if need be. */
async function startOnPage(pane: ReaderPane): Promise<void> {
  const { opening, page } = pane.reader.getState();
  if (opening.kind !== 'open') return;
  await opening.source.load(page, page);
  const first = (opening.source.loaded(page)?.text ?? '').search(/\S/u);
  if (first < 0) {
    showNotice({ tone: 'info', text: i18n.t('no-words-here', { ns: 'reader' }) });
    return;
  }
  await isDrawn(pane, page);
  const now = pane.reader.getState();
  if (now.opening !== opening || now.caret !== null) return;
  const start = placeInSight(pane)?.start ?? { page, offset: first };
  const said = i18n.t('caret-on', { ns: 'reader' });
  putCaret(pane, { anchor: start, focus: start, goalX: null, boundsOf: null, said });
}

function isDrawn({ drawn }: ReaderPane, page: number): Promise<void> {
  if (drawn.getState().pages.has(page)) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      stop();
      clearTimeout(late);
      resolve();
    };
    const stop = drawn.subscribe(({ pages }) => {
      if (pages.has(page)) done();
    });
    const late = setTimeout(done, DRAWN_WITHIN_MS);
  });
}

/** Changes the bounds of the selected passage: Shift and the arrows move its end, Tab goes to the other one. */
export function startBounds(pane: ReaderPane = activePane()): void {
  const passage = selectedPassage(pane.reader.getState());
  if (passage === null || pane.reader.getState().surface === null) return;
  if (isRegion(passage)) return void startRegionBounds(pane, passage);
  putCaret(pane, {
    anchor: passage.start,
    focus: passage.end,
    goalX: null,
    boundsOf: passage.id,
    said: i18n.t('bounds-on', { ns: 'reader' }),
  });
}

export function endCaret(pane: ReaderPane = activePane()): void {
  if (pane.reader.getState().caret === null) return;
  pane.reader.setState({ caret: null, words: null });
}

/** Goes to the other end of what is selected. */
export function turnCaret(pane: ReaderPane): void {
  const { caret } = pane.reader.getState();
  if (caret === null) return;
  putCaret(pane, { ...caret, anchor: caret.focus, focus: caret.anchor, goalX: null });
}

/** Highlights what is selected, or gives the passage its new bounds. */
export async function applyCaret(pane: ReaderPane): Promise<void> {
  await moving.get(pane);
  const { caret, words } = pane.reader.getState();
  if (caret === null) return;
  if (caret.boundsOf === null) {
    if (words === null) return;
    await createPassage(words);
    say(pane, i18n.t('caret-highlighted', { ns: 'reader' }));
    return;
  }
  const stretch = caretStretch(caret);
  endCaret(pane);
  if (stretch !== null) await changeBounds(caret.boundsOf, stretch, pane);
}

export function moveBy(pane: ReaderPane, move: CaretMove, extend: boolean): void {
  const before = moving.get(pane);
  const started = before?.then(() => tryMove(pane, move, extend)) ?? tryMove(pane, move, extend);
  if (started === null) return;
  const done = started.then(() => {
    if (moving.get(pane) === done) moving.delete(pane);
  });
  moving.set(pane, done);
}

/** Moves at once, so that the next key means what is selected then; answers a promise only when a page must be loaded first. */
function tryMove(pane: ReaderPane, move: CaretMove, extend: boolean): Promise<void> | null {
  const { caret, opening } = pane.reader.getState();
  if (caret === null || opening.kind !== 'open') return null;
  const { source } = opening;
  const ground = groundOf(pane, opening);
  const target = moveCaret(ground, caret.focus, move, caret.goalX);
  if ('wanted' in target) {
    const { wanted } = target;
    return source.load(wanted, wanted).then(() => {
      // A page that cannot be had ends the move.
      if (source.loaded(wanted) !== null) return tryMove(pane, move, extend) ?? undefined;
      return undefined;
    });
  }
  const { point, goalX } = target;
  const keeps = extend || caret.boundsOf !== null;
  const text = ground.textOf(point.page) ?? '';
  const said = wordsOfMove(i18n, { from: caret.focus, to: point, text, move, extend: keeps });
  putCaret(pane, { ...caret, anchor: keeps ? caret.anchor : point, focus: point, goalX, said });
  return null;
}

function putCaret(pane: ReaderPane, caret: Caret): void {
  const { opening } = pane.reader.getState();
  if (opening.kind !== 'open') return;
  pane.reader.setState({ caret, words: wordsOf(caret, opening) });
  window.getSelection()?.removeAllRanges();
  const { page, offset } = caret.focus;
  const near = {
    start: { page, offset: Math.max(0, offset - 1) },
    end: { page, offset: offset + 1 },
  };
  void reveal(near, false, pane);
}

function say(pane: ReaderPane, said: string): void {
  const { caret } = pane.reader.getState();
  if (caret !== null) pane.reader.setState({ caret: { ...caret, anchor: caret.focus, said } });
}

type Open = Extract<ReaderSlice['opening'], { kind: 'open' }>;

/** What is selected counts as selected words, so that all keys for them work. */
function wordsOf(caret: Caret, { document, source }: Open): ReaderSlice['words'] {
  const stretch = caret.boundsOf === null ? caretStretch(caret) : null;
  const trimmed = stretch && trimStretch(stretch, (page) => source.loaded(page)?.text ?? '');
  if (trimmed === null) return null;
  const backward = comparePoints(caret.focus, caret.anchor) < 0;
  return { ...trimmed, backward, documentId: document.id };
}

function groundOf(pane: ReaderPane, { document, source }: Open): CaretGround {
  return {
    pages: document.pages,
    textOf: (page) => source.loaded(page)?.text ?? null,
    drawn: (page) => pane.drawn.getState().pages.get(page) ?? null,
  };
}

function placeInSight(pane: ReaderPane): { start: TextPoint; end: TextPoint } | null {
  const view = pane.reader.getState().surface?.scroller.getBoundingClientRect();
  const pages = [...pane.drawn.getState().pages.values()].toSorted((a, b) => a.number - b.number);
  for (const page of pages) {
    const offset = view && firstBetween(page, view.top, view.bottom);
    if (offset === null || offset === undefined) continue;
    const point = { page: page.number, offset };
    return { start: point, end: point };
  }
  return null;
}
