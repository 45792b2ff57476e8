import { describe, expect, it } from 'vitest';
import { translateStretch } from '../../../src/renderer/features/reader/drawn/translate-stretch.ts';
import { placePassage } from '../../../src/renderer/features/reader/marks/place-passage.ts';
import { makeAnchor } from '../../../src/shared/anchoring/make-anchor.ts';
import type { Passage } from '../../../src/shared/domain/passage.ts';

const one = 'The ferry left at nine. Nobody on the quay had been told why the lamps were out.';
const two = 'The ferry came back at dawn without its captain.';
const pages = [
  { number: 1, text: one },
  { number: 2, text: two },
];

function passageOf(words: string, endWords = words, endPage = 1): Passage {
  const start = { page: 1, offset: one.indexOf(words) };
  const text = endPage === 1 ? one : two;
  const end = { page: endPage, offset: text.indexOf(endWords) + endWords.length };
  return {
    ...makeAnchor(pages, start, end, []),
    id: 1,
    documentId: 1,
    colour: 'yellow',
    note: '',
    tagIds: [],
    caseIds: [],
    eventIds: [],
    createdAt: '2020-01-01T00:00:00Z',
    updatedAt: '2020-01-01T00:00:00Z',
  };
}
const page = (number: number, stored: string, screen = stored) => ({ number, stored, screen });

describe('placePassage', () => {
  const passage = passageOf('Nobody on the quay');

  it('stands at its offsets when the text is the one it was made from', () => {
    const start = one.indexOf('Nobody');
    expect(placePassage(passage, page(1, one))).toEqual({
      kind: 'placed',
      start,
      end: start + 'Nobody on the quay'.length,
      exact: true,
    });
    expect(placePassage(passage, page(2, two))).toEqual({ kind: 'elsewhere' });
  });

  it('is found by its words when the screen reads the page differently', () => {
    const screen = `Timetable\n\n${one}`;
    const placed = placePassage(passage, page(1, one, screen));
    expect(placed).toMatchObject({ kind: 'placed', exact: false });
    if (placed.kind !== 'placed') throw new Error('not placed');
    expect(screen.slice(placed.start, placed.end)).toBe('Nobody on the quay');
  });

  it('is found by its words when the stored text changed under its offsets', () => {
    const changed = `A new first line. ${one}`;
    const placed = placePassage(passage, page(1, changed));
    expect(placed).toMatchObject({ kind: 'placed', exact: false });
    if (placed.kind !== 'placed') throw new Error('not placed');
    expect(changed.slice(placed.start, placed.end)).toBe('Nobody on the quay');
  });

  it('is placed nowhere when its words are gone', () => {
    expect(placePassage(passage, page(1, one, 'An empty timetable.'))).toEqual({ kind: 'nowhere' });
    expect(placePassage(passage, page(1, 'An empty timetable.'))).toEqual({ kind: 'nowhere' });
    expect(placePassage(passage, page(1, ''))).toEqual({ kind: 'nowhere' });
  });

  it('has a part on every page that it crosses', () => {
    const across = passageOf('lamps were out.', 'The ferry came back', 2);
    const end = one.length;
    expect(placePassage(across, page(1, one))).toMatchObject({ kind: 'placed', end, exact: true });
    expect(placePassage(across, page(2, two))).toMatchObject({ kind: 'placed', start: 0, end: 19 });
    expect(placePassage(across, page(2, `Changed. ${two}`))).toEqual({ kind: 'nowhere' });
  });
});

describe('translateStretch', () => {
  it('does not guess between two places with the same words around them', () => {
    const unit = 'The clock struck and the bell rang over the water. ';
    const start = unit.length + unit.indexOf('bell');
    expect(translateStretch(unit.repeat(3), `x${unit.repeat(6)}`, start, start + 9)).toBeNull();
  });
  it('has no place for an empty stretch', () => {
    expect(translateStretch(one, one, 4, 4)).toBeNull();
  });
});
