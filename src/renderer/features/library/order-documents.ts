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

/**
 * Documents in which every word of the filter stands somewhere: in what is known of them, their file name or another name
 * they were met under.
 * @param language ISO 639-1; null for all.
 */
export function filterDocuments(
  documents: readonly SourceDocument[],
  filter: string,
  language: string | null = null,
): readonly SourceDocument[] {
  const words = filter.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length === 0 && language === null) return documents;
  return documents.filter((document) => {
    if (language !== null && document.language !== language) return false;
    const where = namesOf(document).toLocaleLowerCase();
    return words.every((word) => where.includes(word));
  });
}

function namesOf(document: SourceDocument): string {
  const { title, fileName, aliases, authors, publisher, date, reference, sourceUrl } = document;
  return [title, fileName, ...aliases, authors, publisher, date, reference, sourceUrl].join('\n');
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
