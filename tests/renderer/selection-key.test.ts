import { expect, test } from 'vitest';
import type { ExcerptSelection } from '../../src/shared/domain/excerpt.ts';
import { selectionKey, selectionOfKey } from '../../src/renderer/features/exports/selection-key.ts';

const selections: ExcerptSelection[] = [
  { kind: 'all' },
  { kind: 'case', id: 3 },
  { kind: 'event', id: 12 },
  { kind: 'tag', id: 1 },
  { kind: 'search', query: 'court / yard', choice: { spellings: false, withoutSpellings: [] } },
];

test.each(selections)('$kind comes back from its key', (selection) => {
  expect(selectionOfKey(selectionKey(selection), selections.at(-1) ?? null)).toEqual(selection);
});
