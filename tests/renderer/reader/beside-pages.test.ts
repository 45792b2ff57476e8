import { describe, expect, it } from 'vitest';
import { blocksFrom } from '../../../src/renderer/features/reader/find/find-blocks.ts';
import {
  closedAtFirst,
  currentRow,
  outlineRows,
  parentRow,
  type OutlineItem,
} from '../../../src/renderer/features/reader/sidebar/outline-rows.ts';
import { zoomFromText } from '../../../src/renderer/features/reader/toolbar/zoom-from-text.ts';

function item(title: string, depth: number, page: number | null, closed = false): OutlineItem {
  const target = page === null ? null : { kind: 'place' as const, page, left: null, top: null };
  return { title, depth, closed, bold: false, italic: false, target };
}

const OUTLINE = [
  item('One', 0, 1),
  item('One and a half', 1, 2),
  item('Two', 0, 5, true),
  item('Inside two', 1, 6),
  item('Deep in two', 2, 7),
  item('Three', 0, null),
];

describe('outlineRows', () => {
  const titles = (rows: readonly { item: OutlineItem }[]) => rows.map((row) => row.item.title);

  it('leaves out what is folded away, at first as the author wished', () => {
    const closed = closedAtFirst(OUTLINE);
    const rows = outlineRows(OUTLINE, closed);
    expect(titles(rows)).toEqual(['One', 'One and a half', 'Two', 'Three']);
    expect(rows.map(({ open }) => open)).toEqual([true, null, false, null]);
    expect(titles(outlineRows(OUTLINE, new Set([0])))).toEqual([
      'One',
      'Two',
      'Inside two',
      'Deep in two',
      'Three',
    ]);
  });

  it('finds folded items by a filter', () => {
    expect(titles(outlineRows(OUTLINE, closedAtFirst(OUTLINE), ' two'))).toEqual([
      'Two',
      'Inside two',
      'Deep in two',
    ]);
  });

  it('knows the row above and the row of a page', () => {
    const rows = outlineRows(OUTLINE, new Set());
    expect(parentRow(rows, 4)).toBe(3);
    expect(parentRow(rows, 0)).toBe(-1);
    expect([1, 4, 6, 99].map((page) => currentRow(rows, page))).toEqual([0, 1, 3, 4]);
    expect(currentRow(outlineRows(OUTLINE, new Set([2])), 6)).toBe(2);
  });
});

describe('zoomFromText', () => {
  it.each([
    ['150', 1.5],
    [' 87,5 %', 0.875],
    ['0', null],
    ['wide', null],
    ['', null],
  ])('reads %s', (text, zoom) => {
    expect(zoomFromText(text)).toBe(zoom);
  });
});

describe('blocksFrom', () => {
  it('begins at the page a person reads and goes round, every page once', () => {
    expect(blocksFrom(120, 180)).toEqual([
      { from: 120, to: 169 },
      { from: 170, to: 180 },
      { from: 1, to: 50 },
      { from: 51, to: 100 },
      { from: 101, to: 119 },
    ]);
    expect(blocksFrom(1, 3)).toEqual([{ from: 1, to: 3 }]);
    expect(blocksFrom(3, 3)).toEqual([
      { from: 3, to: 3 },
      { from: 1, to: 2 },
    ]);
  });
});
