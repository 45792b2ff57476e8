import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nameKeys } from '../../../src/core/search/names/name-key.ts';

const GROUPS = readFileSync(join(import.meta.dirname, '../../fixtures/names.tsv'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split('\t'));

function meet(a: string, b: string): boolean {
  const keys = nameKeys(a);
  return nameKeys(b).some((key) => keys.includes(key));
}

describe('nameKeys', () => {
  it('brings at least nine in ten pairs of spellings together', () => {
    expect(GROUPS.length).toBeGreaterThanOrEqual(60);
    const missed: string[] = [];
    let pairs = 0;
    for (const group of GROUPS) {
      for (const [index, a] of group.entries()) {
        for (const b of group.slice(index + 1)) {
          pairs += 1;
          if (!meet(a, b)) missed.push(`${a} ${b}`);
        }
      }
    }
    expect(missed.length / pairs, missed.join(', ')).toBeLessThanOrEqual(0.1);
  });

  it('keeps different names apart', () => {
    const heads = GROUPS.map(([head = '']) => head);
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
