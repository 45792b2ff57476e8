/** Checks everything that can be checked about a library without changing it. */
import { createHash } from 'node:crypto';
import type { SearchIndex } from '../search/search-index.ts';
import type { LibraryDatabase } from './connection.ts';
import type { OpenLibrary } from './library.ts';
import { CHUNK_BYTES } from './originals.ts';
import { readQuote } from './queries/page-text.ts';

/** `id` is a document, a passage or a number of pages, by `kind`. */
export type LibraryProblem =
  | { kind: 'database' | 'originals' }
  | {
      kind: 'original-missing' | 'original-changed' | 'pages-missing' | 'passage-moved' | 'index';
      id: number;
    };

export interface LibraryReport {
  readonly documents: number;
  readonly pages: number;
  readonly passages: number;
  readonly problems: readonly LibraryProblem[];
}

export function verifyLibrary(library: OpenLibrary, search: SearchIndex): LibraryReport {
  const { database, originals } = library;
  const problems: LibraryProblem[] = [];
  if (!isSound(database)) problems.push({ kind: 'database' });
  if (!isSound(originals.database)) problems.push({ kind: 'originals' });

  const documents = database
    .prepare<[], { id: number; sha256: string; size: number; pages: number; stored: number }>(
      `SELECT id, sha256, size, pages,
              (SELECT count(*) FROM page WHERE document_id = source_document.id) AS stored
         FROM source_document`,
    )
    .all();
  for (const { id, sha256, size, pages, stored } of documents) {
    if (!originals.has(sha256)) problems.push({ kind: 'original-missing', id });
    else if (hashOriginal(library, sha256, size) !== sha256) {
      problems.push({ kind: 'original-changed', id });
    }
    if (stored !== pages) problems.push({ kind: 'pages-missing', id });
  }

  const passages = listPlaces(database);
  for (const {
    id,
    documentId,
    startPage,
    startOffset,
    endPage,
    endOffset,
    quote,
    region,
  } of passages) {
    if (region === 1) continue;
    const found = readQuote(
      database,
      documentId,
      { page: startPage, offset: startOffset },
      { page: endPage, offset: endOffset },
    );
    if (found !== quote) problems.push({ kind: 'passage-moved', id });
  }

  const index = search.verify();
  if (index.problems > 0) problems.push({ kind: 'index', id: index.problems });
  return {
    documents: documents.length,
    pages: documents.reduce((sum, { stored }) => sum + stored, 0),
    passages: passages.length,
    problems,
  };
}

function isSound(database: LibraryDatabase): boolean {
  const foreign = database.pragma('foreign_key_check');
  return (
    database.pragma('integrity_check', { simple: true }) === 'ok' &&
    Array.isArray(foreign) &&
    foreign.length === 0
  );
}

function hashOriginal({ originals }: OpenLibrary, sha256: string, size: number): string {
  const hash = createHash('sha256');
  for (let begin = 0; begin < size; begin += CHUNK_BYTES) {
    hash.update(originals.read(sha256, begin, begin + CHUNK_BYTES));
  }
  return hash.digest('hex');
}

interface PlaceRow {
  id: number;
  documentId: number;
  startPage: number;
  startOffset: number;
  endPage: number;
  endOffset: number;
  quote: string;
  region: 0 | 1;
}

function listPlaces(database: LibraryDatabase): PlaceRow[] {
  return database
    .prepare<[], PlaceRow>(
      `SELECT id, document_id AS documentId, start_page AS startPage, start_offset AS startOffset,
              end_page AS endPage, end_offset AS endOffset, quote, region FROM passage`,
    )
    .all();
}
