/** Turns scored slots into what is shown: documents with their best pages, snippets and marks. */
import type { DocumentHits, PageHit } from '../../../shared/domain/search.ts';
import type { LibraryDatabase } from '../../library/connection.ts';
import type { Analysis, WordAnalyser } from '../analysis/analyser.ts';
import { guessOfCode } from '../analysis/language.ts';
import { countByDocument } from '../query/best-pages.ts';
import type { FoundPages, ScoredPage } from '../search-engine.ts';
import { findMarks, type MarkPlan } from './page-marks.ts';
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

/** Documents in the order of their best page; slots whose rows are gone are left out. */
export function presentHits(
  database: LibraryDatabase,
  analysis: Analysis,
  found: FoundPages,
  best: readonly ScoredPage[],
  plan: MarkPlan,
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
  const totals = countByDocument(found);
  const documents = new Map<number, DocumentHits & { pages: PageHit[] }>();
  for (const { slot, score } of best) {
    const documentId = view.documentIds[slot] ?? 0;
    const number = view.pageNumbers[slot] ?? 0;
    const page = readPage.get(documentId, number);
    const document = readDocument.get(documentId);
    if (!page || !document) continue;
    let hits = documents.get(documentId);
    if (!hits) {
      hits = { documentId, ...document, pages: [], totalPages: totals.get(documentId) ?? 0 };
      documents.set(documentId, hits);
    }
    const analyse = analysis.analyserFor(guessOfCode(view.guesses[slot] ?? 0));
    hits.pages.push(presentPage(number, page, score, analyse, plan));
  }
  return [...documents.values()];
}

function presentPage(
  number: number,
  { label, text }: PageRow,
  score: number,
  analyse: WordAnalyser,
  plan: MarkPlan,
): PageHit {
  const marks = findMarks(text, analyse, plan);
  return {
    page: number,
    pageLabel: label,
    score,
    snippet: cutSnippet(text, marks),
    marks: marks.map(({ start, end }) => ({ start, end })),
  };
}
