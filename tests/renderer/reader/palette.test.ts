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
  quickKey: null,
  aliases: '',
  passages: 0,
});
const caseOf = (id: number, title: string) => ({
  id,
  title,
  description: '',
  aliases: '',
  passages: 0,
});
const eventOf = (id: number, title: string, date = '', place = '') => ({
  id,
  title,
  date,
  place,
  act: '',
  certainty: 'unknown' as const,
  description: '',
  aliases: '',
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

  it('finds a label by its other names, and does not offer to create one of them', () => {
    const found = { ...caseOf(7, 'Mira Tolvan'), aliases: 'Мира Толван\nM. Talvan' };
    const list = listPalette(indexLabels({ tags: [], cases: [found], events: [] }), 'мира толван');
    expect(list.rows[list.best]).toMatchObject({ kind: 'label', entry: { name: 'Mira Tolvan' } });
    expect(list.rows).not.toContainEqual(expect.objectContaining({ label: 'case' }));
  });

  it('survives a tag that is its own grandparent', () => {
    const looped = indexLabels({ tags: [tag(1, 'A', 2), tag(2, 'B', 1)], cases: [], events: [] });
    expect(looped.tag.map((entry) => entry.context)).toEqual(['B', 'A']);
  });
});
