/** Turns scored slots into what is shown: documents with their best pages, snippets and marks. */
import type { DocumentHits, PageHit } from '../../../shared/domain/search.ts';
import type { LibraryDatabase } from '../../library/connection.ts';
import { stemmingOf } from '../analysis/analyser.ts';
import { guessOfCode } from '../analysis/language.ts';
import { countByDocument } from '../query/best-pages.ts';
import type { FoundPages, ScoredPage } from '../search-engine.ts';
import type { MarkFinder } from './page-marks.ts';
import { cutSnippet } from './snippet.ts';
import { prepared } from '../index/prepared.ts';

interface PageRow {
  readonly label: string;
  readonly text: string;
}
interface DocumentRow {
  readonly title: string;
  readonly fileName: string;
}

/** Documents in the order of their first page in `best`; slots whose rows are gone are left out. */
export function presentHits(
  database: LibraryDatabase,
  found: FoundPages,
  best: readonly ScoredPage[],
  finder: MarkFinder,
): DocumentHits[] {
  const readPage = prepared<PageRow>(
    database,
    'SELECT label, text FROM page WHERE document_id = ? AND number = ?',
  );
  const readDocument = prepared<DocumentRow>(
    database,
    'SELECT title, file_name AS fileName FROM source_document WHERE id = ?',
  );
  const { view } = found;
  const shown = new Set(best.map(({ slot }) => view.documentIds[slot] ?? 0));
  const totals = countByDocument(found, shown);
  const documents = new Map<number, DocumentHits & { pages: PageHit[] }>();
  for (const { slot, score } of best) {
    const documentId = view.documentIds[slot] ?? 0;
    const number = view.pageNumbers[slot] ?? 0;
    const page = readPage.get(documentId, number);
    if (!page) continue;
    let hits = documents.get(documentId);
    if (!hits) {
      const document = readDocument.get(documentId);
      if (!document) continue;
      hits = { documentId, ...document, pages: [], totalPages: totals.get(documentId) ?? 0 };
      documents.set(documentId, hits);
    }
    const stemming = stemmingOf(guessOfCode(view.guesses[slot] ?? 0));
    hits.pages.push(presentPage(number, page, score, stemming, finder));
  }
  return [...documents.values()];
}

function presentPage(
  number: number,
  { label, text }: PageRow,
  score: number,
  stemming: number,
  finder: MarkFinder,
): PageHit {
  const marks = finder.marks(text, stemming);
  return {
    page: number,
    pageLabel: label,
    score,
    snippet: cutSnippet(text, marks),
    marks: marks.map(({ start, end }) => ({ start, end })),
  };
}
