import { expect, test } from 'vitest';
import {
  DOCUMENT_COLUMNS,
  type DocumentColumn,
  type SourceDocument,
} from '../../src/shared/domain/source-document.ts';
import { columnWords } from '../../src/renderer/features/library/document-columns.ts';
import { i18n } from '../../src/renderer/i18n.ts';
import {
  filterDocuments,
  languagesOf,
  NO_FILTER,
  sortDocuments,
  type DocumentFilter,
} from '../../src/renderer/features/library/order-documents.ts';

function document(id: number, title: string, more: Partial<SourceDocument> = {}): SourceDocument {
  return {
    id,
    title,
    fileName: `${id}.pdf`,
    kind: 'pdf',
    format: 'pdf',
    pagesWithoutText: 0,
    pagesGarbled: 0,
    authors: '',
    publisher: '',
    date: '',
    language: '',
    sourceUrl: '',
    reliability: 'unknown',
    reference: '',
    note: '',
    state: { kind: 'imported' },
    pages: id,
    sha256: '',
    size: 0,
    encoding: null,
    importedAt: `2026-01-0${id}T00:00:00Z`,
    aliases: [],
    passages: 0,
    ...more,
  };
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const documents = [
  document(1, 'Annex 10'),
  document(2, 'Прыгавор', { aliases: ['verdict-copy.pdf'] }),
  document(3, 'annex 2', { state: { kind: 'unreadable', reason: 'empty-file' } }),
];
const t = i18n.getFixedT('en', 'library');
const filtered = (
  of: readonly SourceDocument[],
  filter: Partial<DocumentFilter>,
): readonly SourceDocument[] =>
  filterDocuments(of, { ...NO_FILTER, ...filter }, (one, column) => columnWords(column, one, t));
const ids = (of: readonly SourceDocument[]): number[] => of.map(({ id }) => id);

test('titles sort as people count, without regard to case', () => {
  const order = { column: 'title', descending: false } as const;
  expect(ids(sortDocuments(documents, order, collator))).toEqual([3, 1, 2]);
});

test('what needs attention comes first by state, and every column turns round', () => {
  const by = (column: 'state' | 'pages' | 'imported', descending: boolean): number[] =>
    ids(sortDocuments(documents, { column, descending }, collator));
  expect(by('state', false)[0]).toBe(3);
  expect(by('pages', true)).toEqual([3, 2, 1]);
  expect(by('imported', false)).toEqual([1, 2, 3]);
});

test('what is not known stands below, whichever way round', () => {
  const dated = [
    document(1, 'a'),
    document(2, 'b', { date: '2031-08~', language: 'be' }),
    document(3, 'c', { date: '2029', language: 'be' }),
    document(4, 'd', { date: '2030', language: 'ru' }),
  ];
  const by = (descending: boolean): number[] =>
    ids(sortDocuments(dated, { column: 'date', descending }, collator));
  expect(by(false)).toEqual([3, 4, 2, 1]);
  expect(by(true)).toEqual([2, 4, 3, 1]);
  expect(languagesOf(dated)).toEqual(['be', 'ru']);
  expect(ids(filtered(dated, { language: 'be' }))).toEqual([2, 3]);
  expect(ids(filtered(dated, { text: '2029', language: 'be' }))).toEqual([3]);
});

test('a filter looks at title, file name and other names, for every word', () => {
  expect(ids(filtered(documents, { text: 'ПРЫГ' }))).toEqual([2]);
  expect(ids(filtered(documents, { text: 'copy verdict' }))).toEqual([2]);
  expect(ids(filtered(documents, { text: 'annex verdict' }))).toEqual([]);
  expect(ids(filtered(documents, { text: '3.pdf' }))).toEqual([3]);
  expect(filtered(documents, { text: '  ' })).toBe(documents);
});

test('every column can be filtered by what it shows, and sorted', () => {
  const described = [
    document(1, 'a', { note: 'asked for the\nannex', publisher: 'Ferry Watch' }),
    document(2, 'Ferry', { date: '2031-08~', sourceUrl: 'https://ferry.example/1' }),
    document(3, 'c', { reliability: 'doubtful', language: 'be', authors: 'A. Ferryman\nB. Quay' }),
  ];
  const by = (column: DocumentColumn, text: string): number[] =>
    ids(filtered(described, { text, column }));
  expect(by('title', 'ferry')).toEqual([2]);
  expect(by('publisher', 'ferry')).toEqual([1]);
  expect(by('authors', 'ferry')).toEqual([3]);
  expect(by('sourceUrl', 'ferry')).toEqual([2]);
  expect(by('note', 'the annex')).toEqual([1]);
  expect(by('date', '2031-08')).toEqual([2]);
  expect(by('date', 'about')).toEqual([2]);
  expect(by('reliability', 'doubtful')).toEqual([3]);
  expect(by('language', 'belarusian')).toEqual([3]);
  expect(ids(filtered(described, { text: 'annex' }))).toEqual([1]);
  for (const column of DOCUMENT_COLUMNS) {
    const turned = [true, false].map((descending) =>
      ids(sortDocuments(described, { column, descending }, collator)).toSorted(),
    );
    expect(turned).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ]);
  }
  const byNote = { column: 'note', descending: false } as const;
  expect(ids(sortDocuments(described, byNote, collator))[0]).toBe(1);
});
