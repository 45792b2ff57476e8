/** Marks every matched word of one document, for going from hit to hit in the reader. */
import type { DocumentMarks } from '../../../shared/domain/search.ts';
import type { LibraryDatabase } from '../../library/connection.ts';
import { stemmingOf } from '../analysis/analyser.ts';
import { guessOfCode } from '../analysis/language.ts';
import { prepared } from '../index/prepared.ts';
import type { FoundPages } from '../search-engine.ts';
import type { MarkFinder } from './page-marks.ts';

/** A book may match on every page: milliseconds after which the rest is left to the next question. */
const BUDGET_MS = 30;

/** @param after the page looked at last, 0 at the beginning. */
export function markDocument(
  database: LibraryDatabase,
  { view, slots }: FoundPages,
  finder: MarkFinder,
  documentId: number,
  after: number,
): DocumentMarks {
  const numberOf = (slot: number): number => view.pageNumbers[slot] ?? 0;
  const ofDocument = Array.from(slots)
    .filter((slot) => view.documentIds[slot] === documentId && numberOf(slot) > after)
    .sort((a, b) => numberOf(a) - numberOf(b));
  const readText = prepared<string>(
    database,
    'SELECT text FROM page WHERE document_id = ? AND number = ?',
  ).pluck();
  const end = performance.now() + BUDGET_MS;
  const pages: { page: number; marks: { start: number; end: number }[] }[] = [];
  for (const [index, slot] of ofDocument.entries()) {
    const page = numberOf(slot);
    const stemming = stemmingOf(guessOfCode(view.guesses[slot] ?? 0));
    const marks = finder
      .marks(readText.get(documentId, page) ?? '', stemming)
      .map(({ start, end: stop }) => ({ start, end: stop }));
    if (marks.length > 0) pages.push({ page, marks });
    if (performance.now() > end && index < ofDocument.length - 1) return { pages, next: page };
  }
  return { pages, next: null };
}
