/** Choosing a rectangle of a page, and what is done with it. */
import type { LabelTarget } from '../../../../shared/domain/command.ts';
import type { Passage, PassageColour } from '../../../../shared/domain/passage.ts';
import { i18n } from '../../../i18n.ts';
import { copyText } from '../../../stores/clipboard.ts';
import { runCommand } from '../../../stores/history.ts';
import { showNotice } from '../../../stores/notices.ts';
import type { DrawnPage } from '../drawn/drawn-page.ts';
import type { Box } from '../drawn/merge-rects.ts';
import { reloadPassages } from '../load-reader.ts';
import { activePane, type ReaderPane } from '../panes/pane.ts';
import { openDocument, selectPassage } from '../reader-store.ts';
import { reveal } from '../reveal.ts';
import { boxInView } from './page-box.ts';
import { boxOfRect, rectOfBox } from './region-rect.ts';
import { wordsInBox } from './words-in-box.ts';

/** On and off. */
export function chooseRegion(): void {
  const { reader } = activePane();
  reader.setState(({ region }) => ({ region: region === null ? { kind: 'aiming' } : null }));
  window.getSelection()?.removeAllRanges();
  reader.getState().surface?.scroller.focus({ preventScroll: true });
}

export function dropRegion(pane: ReaderPane): void {
  pane.reader.setState({ region: null });
  pane.reader.getState().surface?.scroller.focus({ preventScroll: true });
}

/** Whether there is a rectangle that could become a passage. */
export function hasRegion(): boolean {
  const { region } = activePane().reader.getState();
  return region?.kind === 'drawn' && region.boundsOf === null;
}

/** Without the mouse: a box in the middle of what is seen of the page being read. */
export function placeRegion({ reader, drawn }: ReaderPane): void {
  const { page, surface } = reader.getState();
  const shown = drawn.getState().pages.get(page);
  if (shown === undefined || surface === null) return;
  const view = surface.scroller.getBoundingClientRect();
  const { top, height } = shown.element.getBoundingClientRect();
  const box = boxInView((view.top - top) / height, (view.bottom - top) / height);
  reader.setState({ region: { kind: 'drawn', page, box, boundsOf: null } });
}

/** Draws the rectangle of a passage again, to be moved and made larger or smaller. */
export async function startRegionBounds(pane: ReaderPane, passage: Passage): Promise<void> {
  const [rect] = passage.rects;
  if (rect === undefined) return;
  const drawn = () => pane.drawn.getState().pages.get(rect.page);
  if (drawn() === undefined) await reveal(passage, false, pane);
  const page = drawn();
  const box = page && boxOfRect(page, rect);
  if (!box) return;
  pane.reader.setState({
    region: { kind: 'drawn', page: rect.page, box, boundsOf: passage.id },
  });
  pane.reader.getState().surface?.scroller.focus({ preventScroll: true });
}

/** Makes a passage of the rectangle, or gives it to the passage whose bounds are being changed. */
export async function keepRegion(pane: ReaderPane): Promise<void> {
  const { region } = pane.reader.getState();
  if (region?.kind !== 'drawn' || region.boundsOf === null) {
    await createRegion();
    return;
  }
  const found = chosen(pane);
  const rect = found && rectOfBox(found.page, found.box);
  if (!rect) return;
  const { boundsOf: passageId } = region;
  const outcome = await runCommand({ kind: 'passage.region-bounds', passageId, rect });
  if (!outcome.ok) return;
  dropRegion(pane);
  await reloadPassages();
}

let making: Promise<number | null> | null = null;

/** Makes a passage of the rectangle and selects it, once. Answers its id, null when there is none or it failed. */
export function createRegion(
  labels: readonly LabelTarget[] = [],
  colour?: PassageColour,
): Promise<number | null> {
  making ??= makeRegion(labels, colour).finally(() => {
    making = null;
  });
  return making;
}

async function makeRegion(
  labels: readonly LabelTarget[],
  colour: PassageColour | undefined,
): Promise<number | null> {
  const pane = activePane();
  const { reader } = pane;
  const found = chosen(pane);
  const document = openDocument(reader.getState());
  const rect = found && rectOfBox(found.page, found.box);
  if (!rect || document === null) return null;
  const used = colour ?? reader.getState().colour;
  const outcome = await runCommand({
    kind: 'passage.region',
    documentId: document.id,
    rect,
    colour: used,
    note: '',
    labels,
  });
  if (!outcome.ok) return null;
  reader.setState({ region: null, colour: used });
  await reloadPassages();
  const [id] = outcome.value.passageIds;
  if (id === undefined) return null;
  selectPassage(id, reader);
  return id;
}

/** The words in the rectangle alone, as they stand in lines. */
export async function copyRegion(): Promise<void> {
  const found = chosen(activePane());
  if (found === null) return;
  const words = wordsInBox(found.page, found.box);
  if (words === '') {
    showNotice({ tone: 'info', text: i18n.t('reader:region-without-words') });
  } else if (await copyText(words)) {
    showNotice({ tone: 'info', text: i18n.t('reader:region-copied') });
  }
}

function chosen({ reader, drawn }: ReaderPane): { page: DrawnPage; box: Box } | null {
  const { region } = reader.getState();
  if (region?.kind !== 'drawn') return null;
  const page = drawn.getState().pages.get(region.page);
  return page === undefined ? null : { page, box: region.box };
}
