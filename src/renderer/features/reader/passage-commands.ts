/** What a person does with words and passages, as commands. */
import { makeAnchor } from '../../../shared/anchoring/make-anchor.ts';
import type { LabelTarget } from '../../../shared/domain/command.ts';
import type { Passage, PassageColour } from '../../../shared/domain/passage.ts';
import { i18n } from '../../i18n.ts';
import { copyText } from '../../stores/clipboard.ts';
import { runCommand } from '../../stores/history.ts';
import { showNotice } from '../../stores/notices.ts';
import { citationOf } from './citation.ts';
import { reloadPassages } from './load-reader.ts';
import { anchorStretch } from './anchor-stretch.ts';
import { focusCard, isCardFocused } from './panel/focus-card.ts';
import { activePane, type ReaderPane } from './panes/pane.ts';
import { noteMaking, passageBeingMade, passagesMeant } from './passages-meant.ts';
import { quoteWords } from './quote-words.ts';
import {
  openDocument,
  pageLabel,
  selectedPassages,
  selectPassage,
  useReader,
  type SelectedWords,
} from './reader-store.ts';
import { createRegion, hasRegion } from './region/region.ts';
import { comparePoints, isSameStretch, trimStretch, type Stretch } from './stretch.ts';

/** Makes a passage of selected words, ties it to labels and selects it. Answers its id, null when it failed. */
export function createPassage(
  words: SelectedWords,
  labels: readonly LabelTarget[] = [],
  colour: PassageColour = useReader.getState().colour,
): Promise<number | null> {
  const pane = activePane();
  const made = makePassage(pane, words, labels, colour);
  noteMaking(pane, words, made);
  return made;
}

async function makePassage(
  pane: ReaderPane,
  words: SelectedWords,
  labels: readonly LabelTarget[],
  colour: PassageColour,
): Promise<number | null> {
  if (openDocument(pane.reader.getState())?.id !== words.documentId) return null;
  const anchor = await anchorStretch(pane, words);
  if (anchor === null) return null;
  const { documentId } = words;
  const outcome = await runCommand({
    kind: 'passage.create',
    documentId,
    anchor,
    colour,
    note: '',
    labels,
  });
  if (!outcome.ok) return null;
  pane.reader.setState({ colour });
  await reloadPassages();
  const [id] = outcome.value.passageIds;
  if (id === undefined) return null;
  // Until now a key meant these words, and from now on their passage: never the passage that was selected before.
  const chosen = pane.reader.getState().words;
  if (chosen === null || isSameStretch(chosen, words)) {
    window.getSelection()?.removeAllRanges();
    pane.reader.setState(({ caret }) => ({
      words: null,
      caret: caret && { ...caret, anchor: caret.focus },
    }));
  }
  selectPassage(id, pane.reader);
  return id;
}

/** Passages that keys and buttons mean: one made of the area or the words that are chosen, if any are, else the selected ones. */
export async function passagesInHand(): Promise<number[]> {
  const slice = useReader.getState();
  if (hasRegion()) {
    const made = await createRegion();
    return made === null ? [] : [made];
  }
  if (slice.words === null || passageBeingMade() !== null) return passagesMeant();
  const made = await createPassage(slice.words);
  return made === null ? [] : [made];
}

export async function deletePassages(passageIds: readonly number[]): Promise<void> {
  const pane = activePane();
  const inPanel = isCardFocused();
  const { passages } = pane.reader.getState();
  const gone = new Set(passageIds);
  const last = passages.findLastIndex(({ id }) => gone.has(id));
  const next =
    passages.slice(last).find(({ id }) => !gone.has(id)) ??
    passages.findLast(({ id }) => !gone.has(id));
  const outcome = await runCommand({ kind: 'passage.delete', passageIds });
  if (!outcome.ok) return;
  await reloadPassages();
  if (inPanel) focusCard(pane, next?.id ?? null);
}

export async function colourPassages(
  passageIds: readonly number[],
  colour: PassageColour,
): Promise<void> {
  const outcome = await runCommand({ kind: 'passage.colour', passageIds, colour });
  if (!outcome.ok) return;
  useReader.setState({ colour });
  await reloadPassages();
}

/** Gives a passage other words of its document; one step to undo. */
export async function changeBounds(
  passageId: number,
  stretch: Stretch,
  pane: ReaderPane = activePane(),
): Promise<void> {
  const { opening } = pane.reader.getState();
  if (opening.kind !== 'open') return;
  await opening.source.load(stretch.start.page, stretch.end.page);
  const trimmed = trimStretch(stretch, (page) => opening.source.loaded(page)?.text ?? '');
  const anchor = trimmed && (await anchorStretch(pane, trimmed));
  if (anchor === null) return;
  const outcome = await runCommand({ kind: 'passage.bounds', passageId, anchor });
  if (outcome.ok) await reloadPassages();
}

/** Makes one passage of the selected ones, from the first word to the last. */
export async function mergeSelected(): Promise<void> {
  const pane = activePane();
  const passages = selectedPassages(pane.reader.getState());
  const [first] = passages;
  if (first === undefined || passages.length < 2) return;
  const last = passages.reduce((a, b) => (comparePoints(a.end, b.end) < 0 ? b : a));
  const anchor = await anchorStretch(pane, { start: first.start, end: last.end });
  if (anchor === null) return;
  const passageIds = passages.map(({ id }) => id);
  const inPanel = isCardFocused();
  const outcome = await runCommand({ kind: 'passage.merge', passageIds, anchor });
  if (!outcome.ok) return;
  await reloadPassages();
  const [id] = outcome.value.passageIds;
  if (id === undefined) return;
  selectPassage(id, pane.reader);
  if (inPanel) focusCard(pane, id);
}

/** Puts a quote and where it is from on the clipboard. */
export async function copyCitation(of: SelectedWords | Passage): Promise<void> {
  const slice = useReader.getState();
  if (slice.opening.kind !== 'open') return;
  const { document, source } = slice.opening;
  const { start, end } = of;
  await source.load(start.page, end.page);
  const pages = [];
  for (let number = start.page; number <= end.page; number += 1) {
    const page = source.loaded(number);
    if (page !== null) pages.push(page);
  }
  const quote = 'quote' in of ? quoteWords(of) : makeAnchor(pages, start, end, []).quote;
  const text = citationOf(i18n, {
    quote,
    title: document.title,
    fileName: document.fileName,
    from: pageLabel(slice, start.page),
    to: pageLabel(slice, end.page),
  });
  if (!(await copyText(text))) return;
  showNotice({ tone: 'info', text: i18n.t('copied', { ns: 'reader' }) });
}
