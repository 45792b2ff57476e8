/** Scores equal stock Lunr's, whatever was added, removed and changed before. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readPages } from '../../../src/core/search/index/page-source.ts';
import { SearchEngine } from '../../../src/core/search/search-engine.ts';
import { InventedWords } from '../../helpers/invented-words.ts';
import { SearchLibrary } from '../../helpers/search-library.ts';
import { buildStockLunr, type StockPage } from '../../helpers/stock-lunr.ts';

const DOCUMENTS = 250;
/** No more than five: best pages would otherwise be spread over documents. */
const PAGES_OF_A_DOCUMENT = 4;
/** Stock Lunr takes most of the time; it is built and asked three times (milliseconds). */
const TIMEOUT = 180_000;
const words = new InventedWords(20_260_101, 900);
let library: SearchLibrary;
const documents: number[] = [];

beforeAll(async () => {
  library = await SearchLibrary.create();
  library.transaction(() => {
    for (let i = 0; i < DOCUMENTS; i += 1) addDocument();
  });
});
afterAll(() => library.dispose());

function addDocument(): void {
  const language = words.language();
  const pages = Array.from({ length: PAGES_OF_A_DOCUMENT }, () => {
    const text = words.text(language, 20 + words.random.below(60));
    return `${text}. ${words.text('latin', words.random.below(5))} ${documents.length}`;
  });
  const id = library.insertRows(words.text(language, 3), pages);
  library.index.addDocument(id);
  documents.push(id);
}

function queries(): string[] {
  const word = (): string => words.word(words.language());
  const list: string[] = [];
  for (let i = 0; i < 7; i += 1) {
    const [a, b, c] = [word(), word(), word()];
    const half = a.slice(0, Math.max(2, a.length - 2));
    list.push(
      a,
      `${a} ${b} ${c}`,
      `+${a} ${b}`,
      `+${a} -${b}`,
      `-${a}`,
      `title:${a} ${b}^3`,
      `+title:${a} +body:${b}`,
      `${half}*`,
      `*${a.slice(-3)} ${b}`,
      `${a.slice(0, 1)}*${a.slice(-1)}`,
      `${half}~1`,
      `${half}~2 ${c}`,
      `note:${a}`,
    );
  }
  return list;
}

function expectParity(): number {
  const { database } = library.library;
  const pages: StockPage[] = documents.flatMap((id) =>
    [...readPages(database, id)].map(({ page, texts }) => ({ ref: `${id}:${page}`, texts })),
  );
  const stock = buildStockLunr(pages);
  const engine = new SearchEngine(database, 'terms');
  let compared = 0;
  for (const query of queries()) {
    const expected = new Map(stock.search(query).map(({ ref, score }) => [ref, score]));
    const found = engine.find(query);
    expect(found.total, query).toBe(expected.size);
    const { documentIds, pageNumbers } = found.view;
    const scores = [...expected.values()].sort((a, b) => b - a);
    for (const limit of [10, 50, 2000]) {
      const best = engine.best(found, limit);
      expect(best, query).toHaveLength(Math.min(limit, expected.size));
      const different = best.filter(({ slot, score }, rank) => {
        const stockScore = expected.get(`${documentIds[slot]}:${pageNumbers[slot]}`);
        return !isNear(score, stockScore) || !isNear(score, scores[rank]);
      });
      expect(different, query).toEqual([]);
      compared += best.length;
    }
  }
  return compared;
}

function isNear(score: number, stockScore: number | undefined): boolean {
  return stockScore !== undefined && Math.abs(score - stockScore) < 1e-9;
}

it(
  'scores like stock Lunr',
  () => {
    expect(expectParity()).toBeGreaterThan(10_000);
  },
  TIMEOUT,
);

it(
  'scores like stock Lunr after additions, removals and notes, and after a merge and reopening',
  async () => {
    library.transaction(() => {
      for (let i = 0; i < 12; i += 1) addDocument();
    });
    for (let i = 0; i < 9; i += 1) {
      const [id] = documents.splice(words.random.below(documents.length), 1);
      if (id !== undefined) library.remove(id);
    }
    for (let i = 0; i < 9; i += 1) {
      library.note(
        words.random.pick(documents),
        1 + words.random.below(4),
        words.text('russian', 6),
      );
    }
    expectParity();
    library.index.maintain(60_000);
    await library.reopen();
    expectParity();
  },
  TIMEOUT,
);
