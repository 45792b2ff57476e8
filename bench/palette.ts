/** How long the palette takes for a keystroke, beside a plain search for the typed letters in the same names. */
import type { LabelBook } from '../src/shared/domain/label.ts';
import { indexLabels } from '../src/renderer/features/palette/palette-index.ts';
import { listPalette } from '../src/renderer/features/palette/palette-rows.ts';

const WORDS = ['harbour', 'court', 'witness', 'march', 'prison', 'выбары', 'арышт', 'мітынг'];
const QUERIES = ['c', 'co', 'cou', 'court w', 'арышт 9', 'zzzz', 'wcm', ''];
const ROUNDS = 40;

/** Medians in milliseconds over all queries, the two interleaved; `ratio` is ours to the plain one. */
export function benchPalette(): Promise<object> {
  const book = makeBook();
  const index = indexLabels(book);
  const names = [
    ...book.tags.map(({ name }) => name),
    ...book.cases.map(({ title }) => title),
    ...book.events.map(({ title }) => title),
  ].map((name) => name.toLowerCase());
  const ours: number[] = [];
  const plain: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const query of QUERIES) {
      ours.push(timed(() => listPalette(index, query)));
      plain.push(timed(() => names.filter((name) => name.includes(query))));
    }
  }
  return Promise.resolve({
    labels: names.length,
    keystrokeMs: median(ours),
    worstKeystrokeMs: Math.max(...ours.slice(QUERIES.length)),
    plainMs: median(plain),
    ratio: median(ours) / median(plain),
  });
}

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** 2,000 tags, 1,000 cases and 5,000 events with three words and a number each. */
function makeBook(): LabelBook {
  const name = (n: number): string =>
    [WORDS[n % 8], WORDS[(n >> 3) % 8], WORDS[(n >> 6) % 8], String(n)].join(' ');
  const each = <T>(count: number, make: (id: number) => T): T[] =>
    Array.from({ length: count }, (_, n) => make(n + 1));
  return {
    tags: each(2000, (id) => ({
      id,
      parentId: id > 50 ? (id % 50) + 1 : null,
      name: name(id),
      colour: null,
      quickKey: null,
      aliases: '',
      passages: 0,
    })),
    cases: each(1000, (id) => ({ id, title: name(id), description: '', aliases: '', passages: 0 })),
    events: each(5000, (id) => ({
      id,
      title: name(id),
      date: '2011',
      place: '',
      act: '',
      certainty: 'unknown',
      description: '',
      aliases: '',
      passages: 0,
    })),
  };
}
