/** Takes the reader to the place that was asked for. */
import { answerOf, useSearch } from '../../stores/search.ts';
import type { ReaderPlace } from '../../stores/view.ts';
import { hitFrom, hitPagesOf } from './hits.ts';
import { loadHits } from './load-hits.ts';
import type { ReaderPane } from './panes/pane.ts';
import { selectPassage } from './reader-store.ts';
import { restore, reveal } from './reveal.ts';

/** Call it once the pages are on the screen. */
export function showTarget(pane: ReaderPane, { documentId, target }: ReaderPlace): void {
  const { reader } = pane;
  const { passages, surface, opening } = reader.getState();
  const { page, marks = [] } = target;
  if (target.resume === true) {
    const left = opening.kind === 'open' ? opening.left : null;
    if (opening.kind === 'open') reader.setState({ opening: { ...opening, left: null } });
    // What is looked for already, while the pages were still to come, is gone to instead.
    const finds = (reader.getState().find?.current ?? -1) >= 0;
    if (left !== null && !finds) void restore(left, pane);
    return;
  }
  if (target.part !== undefined) {
    void restore({ page, part: target.part }, pane);
    return;
  }
  const answer = answerOf(useSearch.getState().state);
  const hits = hitPagesOf(documentId, { page, marks }, answer?.outcome ?? null);
  const start = target.start ?? marks[0]?.start;
  const currentHit = hits.length === 0 ? -1 : hitFrom(hits, page, start ?? 0);
  reader.setState({ hits, currentHit });
  if (answer !== null && marks.length > 0) {
    void loadHits(pane, documentId, { page, marks }, answer);
  }

  const passage = passages.find(({ id }) => id === target.passageId);
  if (passage !== undefined) {
    selectPassage(passage.id, reader);
    void reveal(passage, true, pane);
  } else if (start !== undefined) {
    const end = target.end ?? marks[0]?.end ?? start + 1;
    const stretch = { start: { page, offset: start }, end: { page, offset: end } };
    // A hit is outlined already; other places are shown by a flash.
    void reveal(stretch, marks.length === 0, pane);
  } else if (page > 1 || surface?.scroller.scrollTop !== 0) surface?.showPage(page);
}
