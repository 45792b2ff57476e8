/** What a person does with words and passages, as commands. */
import { makeAnchor } from '../../../shared/anchoring/make-anchor.ts';
import type { LabelTarget } from '../../../shared/domain/command.ts';
import type { Passage, PassageColour } from '../../../shared/domain/passage.ts';
import { i18n } from '../../i18n.ts';
import { copyText } from '../../stores/clipboard.ts';
import { runCommand } from '../../stores/history.ts';
import { showFailure, showNotice } from '../../stores/notices.ts';
import { citationOf } from './citation.ts';
import { reloadPassages } from './load-reader.ts';
import { activePane } from './panes/pane.ts';
import { pageLabel, selectPassage, useReader, type SelectedWords } from './reader-store.ts';
import { pdfRectsOf } from './selection/stretch-lines.ts';

/** Makes a passage of selected words, ties it to labels and selects it. Answers its id, null when it failed. */
export async function createPassage(
  words: SelectedWords,
  labels: readonly LabelTarget[] = [],
  colour: PassageColour = useReader.getState().colour,
): Promise<number | null> {
  const pane = activePane();
  const { opening } = pane.reader.getState();
  if (opening.kind !== 'open' || opening.document.id !== words.documentId) return null;
  const rects = pdfRectsOf(pane, words);
  const { source } = opening;
  const { start, end } = words;
  await source.load(start.page, end.page);
  const pages = [];
  for (let number = start.page; number <= end.page; number += 1) {
    const page = source.loaded(number);
    if (page === null) {
      showFailure({ kind: 'not-found', noun: 'page' });
      return null;
    }
    pages.push(page);
  }
  const outcome = await runCommand({
    kind: 'passage.create',
    documentId: words.documentId,
    anchor: makeAnchor(pages, start, end, rects),
    colour,
    note: '',
    labels,
  });
  if (!outcome.ok) return null;
  window.getSelection()?.removeAllRanges();
  pane.reader.setState({ words: null, colour });
  await reloadPassages();
  const [id] = outcome.value.passageIds;
  if (id === undefined) return null;
  selectPassage(id, pane.reader);
  return id;
}

/** Passage that keys and buttons mean: made of the selected words if there are any, else the selected one. */
export async function passageInHand(): Promise<number | null> {
  const { words, selectedId } = useReader.getState();
  return words === null ? selectedId : createPassage(words);
}

export async function deletePassage(passageId: number): Promise<void> {
  const outcome = await runCommand({ kind: 'passage.delete', passageIds: [passageId] });
  if (outcome.ok) await reloadPassages();
}

export async function colourPassage(passageId: number, colour: PassageColour): Promise<void> {
  const outcome = await runCommand({ kind: 'passage.colour', passageIds: [passageId], colour });
  if (!outcome.ok) return;
  useReader.setState({ colour });
  await reloadPassages();
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
  const quote = 'quote' in of ? of.quote : makeAnchor(pages, start, end, []).quote;
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
