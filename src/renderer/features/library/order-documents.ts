/** Filtering and sorting of the document list. Pure, so that 10,000 rows can be tested. */
import {
  RELIABILITIES,
  type DocumentColumn,
  type SourceDocument,
} from '../../../shared/domain/source-document.ts';

export interface DocumentOrder {
  readonly column: DocumentColumn;
  readonly descending: boolean;
}

export interface DocumentFilter {
  readonly text: string;
  /** Where the words of the text have to stand; null for anywhere. */
  readonly column: DocumentColumn | null;
  /** ISO 639-1; null for all. */
  readonly language: string | null;
}

export const NO_FILTER: DocumentFilter = { text: '', column: null, language: null };

/** What a column says of a document, in the language of the interface. */
export type ColumnWords = (
  document: SourceDocument,
  column: Exclude<DocumentColumn, 'title'>,
) => string;

/**
 * Documents in which every word of the filter stands: in one column, or anywhere in what is known of them. The title counts
 * with the file name and the other names they were met under.
 */
export function filterDocuments(
  documents: readonly SourceDocument[],
  { text, column, language }: DocumentFilter,
  wordsOf: ColumnWords,
): readonly SourceDocument[] {
  const words = text.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length === 0 && language === null) return documents;
  return documents.filter((document) => {
    if (language !== null && document.language !== language) return false;
    const where = placeOf(document, column, wordsOf).toLocaleLowerCase();
    return words.every((word) => where.includes(word));
  });
}

function placeOf(
  document: SourceDocument,
  column: DocumentColumn | null,
  wordsOf: ColumnWords,
): string {
  const { title, fileName, aliases, authors, publisher, date, reference, sourceUrl, note } =
    document;
  const names = [title, fileName, ...aliases];
  switch (column) {
    case null:
      return [...names, authors, publisher, date, reference, sourceUrl, note].join('\n');
    case 'title':
      return names.join('\n');
    case 'date':
      return `${date}\n${wordsOf(document, column)}`;
    default:
      return wordsOf(document, column);
  }
}

/** The languages of the documents, the commonest first. */
export function languagesOf(documents: readonly SourceDocument[]): string[] {
  const counts = new Map<string, number>();
  for (const { language } of documents) {
    if (language !== '') counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([language]) => language);
}

/** @param collator compares titles as the language of the interface does */
export function sortDocuments(
  documents: readonly SourceDocument[],
  order: DocumentOrder,
  collator: Intl.Collator,
): SourceDocument[] {
  const sign = order.descending ? -1 : 1;
  return documents.toSorted((a, b) => {
    const byColumn = compare(a, b, order.column, collator, sign);
    return byColumn === 0 ? collator.compare(a.title, b.title) || a.id - b.id : byColumn;
  });
}

function compare(
  a: SourceDocument,
  b: SourceDocument,
  column: DocumentColumn,
  collator: Intl.Collator,
  sign: 1 | -1,
): number {
  switch (column) {
    case 'authors':
    case 'publisher':
    case 'date':
    case 'language':
    case 'reference':
    case 'sourceUrl':
    case 'note':
      return emptyLast(a[column], b[column]) ?? sign * collator.compare(a[column], b[column]);
    case 'title':
      return sign * collator.compare(a.title, b.title);
    case 'reliability':
      return sign * (RELIABILITIES.indexOf(a.reliability) - RELIABILITIES.indexOf(b.reliability));
    case 'kind':
      return sign * collator.compare(a.format, b.format);
    case 'pages':
      return sign * (a.pages - b.pages);
    case 'passages':
      return sign * (a.passages - b.passages);
    case 'state':
      return sign * (stateRank(a) - stateRank(b));
    case 'imported':
      return sign * (a.importedAt < b.importedAt ? -1 : a.importedAt > b.importedAt ? 1 : 0);
  }
}

/** What is not known stands below, whichever way round; undefined when both are known. */
function emptyLast(a: string, b: string): number | undefined {
  if (a === '' && b === '') return 0;
  if (a === '') return 1;
  return b === '' ? -1 : undefined;
}

/** What a person has to do something about comes first. */
function stateRank({ state, pagesGarbled, pagesWithoutText }: SourceDocument): number {
  switch (state.kind) {
    case 'unreadable':
      return 0;
    case 'password-needed':
      return 1;
    case 'needs-ocr':
      return 2;
    case 'imported':
      return pagesGarbled > 0 ? 3 : pagesWithoutText > 0 ? 4 : 5;
  }
}
