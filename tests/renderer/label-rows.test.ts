import { expect, test } from 'vitest';
import type { CaseEvent, LabelBook } from '../../src/shared/domain/label.ts';
import { labelRows } from '../../src/renderer/features/labels/label-rows.ts';

const event = (id: number, title: string, date: string): CaseEvent => ({
  id,
  title,
  date,
  place: '',
  act: '',
  certainty: 'unknown',
  description: '',
  aliases: '',
  passages: 0,
});
const book: LabelBook = {
  tags: [
    {
      id: 1,
      name: 'Prison',
      parentId: null,
      colour: null,
      quickKey: null,
      aliases: '',
      passages: 1,
    },
    {
      id: 2,
      name: 'Prison letters',
      parentId: 1,
      colour: null,
      quickKey: null,
      aliases: '',
      passages: 2,
    },
  ],
  cases: [],
  events: [
    event(1, 'Undated', ''),
    event(2, 'Later', '2014-06~'),
    event(3, 'Open start', '../2013'),
    event(4, 'Earlier', '2014-03-25/2014-03-26'),
  ],
};
const collator = new Intl.Collator('en');

test('events stand by date, the undated last', () => {
  const names = labelRows(book, 'event', '', collator).map(({ name }) => name);
  expect(names).toEqual(['Open start', 'Earlier', 'Later', 'Undated']);
});

test('a filter wants every word and flattens the tree', () => {
  expect(labelRows(book, 'tag', '', collator).map(({ depth }) => depth)).toEqual([0, 1]);
  const found = labelRows(book, 'tag', 'LETTER pri', collator);
  expect(found.map(({ name, depth, path }) => ({ name, depth, path }))).toEqual([
    { name: 'Prison letters', depth: 0, path: ['Prison'] },
  ]);
});
