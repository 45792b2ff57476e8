/** The anchor of a stretch of the document in a pane. */
import { makeAnchor } from '../../../shared/anchoring/make-anchor.ts';
import type { PassageAnchor } from '../../../shared/domain/passage.ts';
import { showFailure } from '../../stores/notices.ts';
import type { ReaderPane } from './panes/pane.ts';
import { pdfRectsOf } from './selection/stretch-lines.ts';
import type { Stretch } from './stretch.ts';

/** Loads the pages it needs; null when one cannot be had, which is shown. */
export async function anchorStretch(
  pane: ReaderPane,
  stretch: Stretch,
): Promise<PassageAnchor | null> {
  const { opening } = pane.reader.getState();
  if (opening.kind !== 'open') return null;
  const { source } = opening;
  const { start, end } = stretch;
  const rects = pdfRectsOf(pane, stretch);
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
  return makeAnchor(pages, start, end, rects);
}
