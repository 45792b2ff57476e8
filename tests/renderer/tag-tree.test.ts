import { expect, test } from 'vitest';
import type { Tag } from '../../src/shared/domain/label.ts';
import { pathAbove, tagAndBelow, tagRows } from '../../src/renderer/features/labels/tag-tree.ts';

const tag = (id: number, name: string, parentId: number | null): Tag => ({
  id,
  name,
  parentId,
  colour: null,
  quickKey: null,
  aliases: '',
  passages: 0,
});
const tags = [
  tag(1, 'Trial', null),
  tag(2, 'Defence', 1),
  tag(3, 'Arrest', null),
  tag(4, 'No lawyer', 2),
  tag(5, 'Orphan', 99),
];

test('rows follow the tree by name, and a tag without its parent is not lost', () => {
  const rows = tagRows(tags, new Intl.Collator('en'));
  expect(rows.map(({ tag: { name }, depth }) => `${depth} ${name}`)).toEqual([
    '0 Arrest',
    '0 Orphan',
    '0 Trial',
    '1 Defence',
    '2 No lawyer',
  ]);
});

test('a tag cannot be put below itself or what is below it', () => {
  expect([...tagAndBelow(tags, 1)].sort()).toEqual([1, 2, 4]);
});

test('the way down to a tag', () => {
  expect(pathAbove(tags, tags[3]!)).toEqual(['Trial', 'Defence']);
});
