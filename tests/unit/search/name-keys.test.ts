import { describe, expect, it } from 'vitest';
import { GIVEN_NAME_GROUPS } from '../../../src/core/search/names/given-name-groups.ts';
import { nameKeys } from '../../../src/core/search/names/name-key.ts';
import { meet, nameFigures, nameLists } from '../../helpers/name-figures.ts';

const LISTS = nameLists();

describe('nameKeys', () => {
  it.each(Object.entries(LISTS))(
    'brings at least nine in ten pairs of spellings together and few ordinary words: %s',
    (_, groups) => {
      const figures = nameFigures(groups);
      expect(figures.groups).toBeGreaterThanOrEqual(60);
      expect(figures.recall, figures.missed.join(', ')).toBeGreaterThanOrEqual(0.97);
      for (const [kind, recall] of Object.entries(figures.recallByKind)) {
        expect(recall, kind).toBeGreaterThanOrEqual(0.95);
      }
      // Of the second list a third are given names, which are frequent words themselves (Anna, Diana).
      expect(figures.collidingWords).toBeLessThanOrEqual(groups === LISTS.names ? 0.4 : 0.6);
    },
  );

  it('knows the given names of three languages, each in one group but for short forms', () => {
    expect(GIVEN_NAME_GROUPS.length).toBeGreaterThanOrEqual(150);
    const seen = new Set<string>();
    const twice = GIVEN_NAME_GROUPS.flat().filter((name) => seen.size === seen.add(name).size);
    expect(twice.sort()).toEqual(['Sasha', 'Саша', 'Шура']);
    expect(meet('Саша', 'Аляксандр') && meet('Саша', 'Alexandra')).toBe(true);
  });

  it('keeps different names apart', () => {
    const heads = LISTS.names.map(([head]) => head?.word ?? '');
    const confused: string[] = [];
    for (const [index, a] of heads.entries()) {
      for (const b of heads.slice(index + 1)) if (meet(a, b)) confused.push(`${a} ${b}`);
    }
    expect(confused).toEqual([]);
  });

  it.each([
    'Бяляцкага',
    'Беляцким',
    'Біляцького',
    'Біляцький',
    'Бяляцкі',
    'Беляцкий',
    'Belyatsky',
    'Bialacki',
    'Beliatsky',
    'Białacki',
  ])('brings %s to Bialiatski', (spelling) => expect(meet('Bialiatski', spelling)).toBe(true));

  it.each([
    ['Ihar', 'Jaguar'],
    ['Iryna', 'Iron'],
    ['Aleh', 'Allah'],
    ['Volha', 'Vulgar'],
    ['Losik', 'Lesson'],
    ['Сокол', 'Сокровище'],
  ])('keeps %s and %s apart', (a, b) => expect(meet(a, b)).toBe(false));

  it('has no key for short words that are no known names', () => {
    expect(nameKeys('Ana')).toEqual([]);
    expect(nameKeys('Куток').length).toBeGreaterThan(0);
  });
});
