/** All hits of a document: a search shows only its best pages. */
import { call } from '../../api.ts';
import type { SearchAnswer } from '../../stores/search.ts';
import { hitAt, hitFrom, sameMarks } from './hits.ts';
import type { ReaderPane } from './panes/pane.ts';
import type { HitPage } from './reader-slice.ts';

/** Every page of a document with marks of a search, in reading order; what failed is left out. */
export async function allHits(
  documentId: number,
  { query, choice }: Pick<SearchAnswer, 'query' | 'choice'>,
): Promise<HitPage[]> {
  const pages: HitPage[] = [];
  let after = 0;
  for (;;) {
    const outcome = await call('search.hits', { documentId, query, choice, after });
    if (!outcome.ok) return pages;
    pages.push(...outcome.value.pages);
    if (outcome.value.next === null) return pages;
    after = outcome.value.next;
  }
}

/**
 * Marks all hits in a pane, when the page that was opened is one that the answer found. The current hit stays, wherever
 * the person went meanwhile.
 */
export async function loadHits(
  pane: ReaderPane,
  documentId: number,
  opened: HitPage,
  answer: SearchAnswer,
): Promise<void> {
  const { hits: before } = pane.reader.getState();
  const pages = await allHits(documentId, answer);
  const { hits, currentHit } = pane.reader.getState();
  const isOfAnswer = pages.some(
    ({ page, marks }) => page === opened.page && sameMarks(marks, opened.marks),
  );
  // Another place was opened, or the hits were put away.
  if (hits !== before || !isOfAnswer) return;
  const place = hitAt(hits, currentHit);
  pane.reader.setState({
    hits: pages,
    currentHit: place === null ? -1 : hitFrom(pages, place.page, place.mark.start),
  });
}
