import { describe, expect, it } from 'vitest';
import { foldName } from '../../../src/renderer/features/palette/fold-name.ts';
import { indexLabels } from '../../../src/renderer/features/palette/palette-index.ts';
import { listPalette } from '../../../src/renderer/features/palette/palette-rows.ts';
import type { LabelBook } from '../../../src/shared/domain/label.ts';

const tag = (id: number, name: string, parentId: number | null = null) => ({
  id,
  name,
  parentId,
  colour: null,
  passages: 0,
});
const caseOf = (id: number, title: string) => ({ id, title, description: '', passages: 0 });
const eventOf = (id: number, title: string, date = '', place = '') => ({
  id,
  title,
  date,
  place,
  act: '',
  certainty: 'unknown' as const,
  description: '',
  passages: 0,
});

const book: LabelBook = {
  tags: [
    tag(1, 'Ill-treatment'),
    tag(2, 'Trial'),
    tag(3, 'Closed trial', 2),
    tag(4, 'Чарга ў суд'),
    tag(5, 'Ёлка'),
  ],
  cases: [caseOf(1, 'Arrests of the harbour strike'), caseOf(2, 'Trial of the nine')],
  events: [eventOf(1, 'Rally on the bridge', '2011-08', 'Ostrava Gate')],
};
const index = indexLabels(book);
const names = (query: string) =>
  listPalette(index, query).rows.map((row) =>
    row.kind === 'label' ? `${row.entry.kind}:${row.entry.name}` : `+${row.label}:${row.name}`,
  );
const enter = (query: string) => {
  const list = listPalette(index, query);
  return names(query)[list.best];
};

describe('foldName', () => {
  it('drops case, accents and apostrophes', () => {
    expect(foldName("  Свабо́да  слова, Лук'ян ")).toBe('свабода слова, лукян');
    expect(foldName('Ёлка')).toBe('елка');
    expect(foldName('Čapek')).toBe('capek');
  });
});

describe('listPalette', () => {
  it('shows everything in the order of use when nothing is typed, and offers nothing to create', () => {
    expect(names('')).toHaveLength(8);
    expect(names('')[0]).toBe('tag:Ill-treatment');
    expect(listPalette(index, '  ').best).toBe(0);
  });

  it('puts the start of the name before the start of a later word', () => {
    expect(names('tri').filter((row) => !row.startsWith('+'))).toEqual([
      'tag:Trial',
      'tag:Closed trial',
      'case:Trial of the nine',
      'case:Arrests of the harbour strike',
    ]);
  });

  it('means the best fit of all kinds with Enter', () => {
    expect(enter('trial of')).toBe('case:Trial of the nine');
    expect(enter('trial')).toBe('tag:Trial');
  });

  it('finds by several starts of words, in any order, and by date, place and parent', () => {
    expect(enter('harb arr')).toBe('case:Arrests of the harbour strike');
    expect(enter('2011-08')).toBe('event:Rally on the bridge');
    expect(enter('ostrava')).toBe('event:Rally on the bridge');
    expect(names('closed tr')).toContain('tag:Closed trial');
  });

  it('finds initials and the inside of words, after better fits', () => {
    expect(enter('aoths')).toBe('case:Arrests of the harbour strike');
    expect(enter('reatm')).toBe('tag:Ill-treatment');
  });

  it('finds Cyrillic without its marks', () => {
    expect(enter('чарга у')).toBe('tag:Чарга ў суд');
    expect(enter('елк')).toBe('tag:Ёлка');
  });

  it('offers to create what has no exact namesake', () => {
    expect(names('Trial')).not.toContain('+tag:Trial');
    expect(names('Trial')).toContain('+case:Trial');
    expect(names('rally on the bridge')).toContain('+event:rally on the bridge');
    expect(names('zzz')).toEqual(['+tag:zzz', '+case:zzz', '+event:zzz']);
    expect(enter('zzz')).toBe('+tag:zzz');
  });

  it('survives a tag that is its own grandparent', () => {
    const looped = indexLabels({ tags: [tag(1, 'A', 2), tag(2, 'B', 1)], cases: [], events: [] });
    expect(looped.tag.map((entry) => entry.context)).toEqual(['B', 'A']);
  });

  it('answers a keystroke within 30 ms with 2,000 tags, 1,000 cases and 5,000 events', () => {
    const words = ['harbour', 'court', 'witness', 'march', 'prison', 'выбары', 'арышт', 'мітынг'];
    const name = (n: number) =>
      [words[n % 8], words[(n >> 3) % 8], words[(n >> 6) % 8], String(n)].join(' ');
    const many = indexLabels({
      tags: Array.from({ length: 2000 }, (_, n) =>
        tag(n + 1, name(n), n > 50 ? (n % 50) + 1 : null),
      ),
      cases: Array.from({ length: 1000 }, (_, n) => caseOf(n + 1, name(n))),
      events: Array.from({ length: 5000 }, (_, n) => eventOf(n + 1, name(n), '2011', words[n % 8])),
    });
    const queries = ['c', 'co', 'cou', 'court w', 'арышт 9', 'zzzz', 'wcm', ''];
    const timed = (query: string): number => {
      const start = performance.now();
      listPalette(many, query);
      return performance.now() - start;
    };
    // The best of several: what the work takes, not what else this computer was doing.
    const times = queries.map((query) =>
      Math.min(...Array.from({ length: 7 }, () => timed(query))),
    );
    expect(Math.max(...times)).toBeLessThan(30);
  });
});
