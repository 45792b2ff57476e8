/** Filtering and sorting of the document list. Pure, so that 10,000 rows can be tested. */
import type { SourceDocument } from '../../../shared/domain/source-document.ts';

export const DOCUMENT_COLUMNS = [
  'title',
  'kind',
  'pages',
  'passages',
  'state',
  'imported',
] as const;
export type DocumentColumn = (typeof DOCUMENT_COLUMNS)[number];

export interface DocumentOrder {
  readonly column: DocumentColumn;
  readonly descending: boolean;
}

/** Documents whose title, file name or another name they were met under has every word of the filter. */
export function filterDocuments(
  documents: readonly SourceDocument[],
  filter: string,
): readonly SourceDocument[] {
  const words = filter.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return documents;
  return documents.filter((document) => {
    const names = [document.title, document.fileName, ...document.aliases].join('\n');
    const where = names.toLocaleLowerCase();
    return words.every((word) => where.includes(word));
  });
}

/** @param collator compares titles as the language of the interface does */
export function sortDocuments(
  documents: readonly SourceDocument[],
  order: DocumentOrder,
  collator: Intl.Collator,
): SourceDocument[] {
  const sign = order.descending ? -1 : 1;
  return documents.toSorted((a, b) => {
    const byColumn = sign * compare(a, b, order.column, collator);
    return byColumn === 0 ? collator.compare(a.title, b.title) || a.id - b.id : byColumn;
  });
}

function compare(
  a: SourceDocument,
  b: SourceDocument,
  column: DocumentColumn,
  collator: Intl.Collator,
): number {
  switch (column) {
    case 'title':
      return collator.compare(a.title, b.title);
    case 'kind':
      return collator.compare(a.kind, b.kind);
    case 'pages':
      return a.pages - b.pages;
    case 'passages':
      return a.passages - b.passages;
    case 'state':
      return STATE_RANK[a.state.kind] - STATE_RANK[b.state.kind];
    case 'imported':
      return a.importedAt < b.importedAt ? -1 : a.importedAt > b.importedAt ? 1 : 0;
  }
}

/** What a person has to do something about comes first. */
const STATE_RANK: Readonly<Record<SourceDocument['state']['kind'], number>> = {
  unreadable: 0,
  'password-needed': 1,
  'needs-ocr': 2,
  imported: 3,
};
