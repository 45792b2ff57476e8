/** Goes from hit to hit, and on to the next document of the search. */
import { answerOf, useSearch } from '../../stores/search.ts';
import { openAt } from '../../stores/view.ts';
import { countHits, hitAt } from './hits.ts';
import { allHits } from './load-hits.ts';
import { openDocument, useReader } from './reader-store.ts';
import { reveal } from './reveal.ts';

/** After the last hit of a document comes the first of the next one; in a search of one document it goes round. */
export async function moveHit(step: 1 | -1): Promise<void> {
  const slice = useReader.getState();
  const { hits, currentHit } = slice;
  const total = countHits(hits);
  const next = Math.max(currentHit, step === 1 ? -1 : 0) + step;
  const documentId = openDocument(slice)?.id;
  if (documentId !== undefined && (next < 0 || next >= total)) {
    if (await openNeighbour(documentId, step)) return;
  }
  const place = hitAt(hits, (next + total) % total);
  if (place === null) return;
  useReader.setState({ currentHit: (next + total) % total });
  const { page, mark } = place;
  await reveal({ start: { page, offset: mark.start }, end: { page, offset: mark.end } }, false);
}

/** @returns false when the search on the screen is not about this document, or about no other. */
async function openNeighbour(documentId: number, step: 1 | -1): Promise<boolean> {
  const answer = answerOf(useSearch.getState().state);
  const documents = answer?.outcome.documents ?? [];
  const at = documents.findIndex((hits) => hits.documentId === documentId);
  const neighbour = documents[(at + step + documents.length) % documents.length];
  if (answer === null || at < 0 || !neighbour || neighbour.documentId === documentId) return false;
  const pages = await allHits(neighbour.documentId, answer);
  const found = pages.at(step === 1 ? 0 : -1);
  const mark = found?.marks.at(step === 1 ? 0 : -1);
  if (found && mark) openAt({ documentId: neighbour.documentId, ...found, ...mark });
  // Found by its title or a note: there is nothing to mark.
  else openAt({ documentId: neighbour.documentId, page: neighbour.pages[0]?.page ?? 1 });
  return true;
}
