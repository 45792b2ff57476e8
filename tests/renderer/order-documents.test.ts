import { expect, test } from 'vitest';
import type { SourceDocument } from '../../src/shared/domain/source-document.ts';
import {
  filterDocuments,
  languagesOf,
  sortDocuments,
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
  expect(ids(filterDocuments(dated, '', 'be'))).toEqual([2, 3]);
  expect(ids(filterDocuments(dated, '2029', 'be'))).toEqual([3]);
});

test('a filter looks at title, file name and other names, for every word', () => {
  expect(ids(filterDocuments(documents, 'ПРЫГ'))).toEqual([2]);
  expect(ids(filterDocuments(documents, 'copy verdict'))).toEqual([2]);
  expect(ids(filterDocuments(documents, 'annex verdict'))).toEqual([]);
  expect(ids(filterDocuments(documents, '3.pdf'))).toEqual([3]);
  expect(filterDocuments(documents, '  ')).toBe(documents);
});
