/** The queries of the search benchmark: the same question for both engines. */
import type { InventedWords } from '../tests/helpers/invented-words.ts';

export interface BenchQuery {
  readonly kind: string;
  readonly ours: string;
  /** Null when FTS5 cannot be asked this. */
  readonly fts: string | null;
}

const OF_EACH_KIND = 8;

export function makeQueries(words: InventedWords): BenchQuery[] {
  const queries: BenchQuery[] = [];
  for (let i = 0; i < OF_EACH_KIND; i += 1) {
    const language = words.language();
    const [common, second, third] = [
      words.word(language),
      words.word(language),
      words.word(language),
    ];
    const rare = words.rareWord(language);
    const prefix = common.slice(0, 4);
    queries.push(
      { kind: 'common', ours: common, fts: common },
      { kind: 'rare', ours: rare, fts: rare },
      {
        kind: 'several',
        ours: `${common} ${second} ${rare}`,
        fts: `${common} OR ${second} OR ${rare}`,
      },
      { kind: 'all of', ours: `+${common} +${second}`, fts: `${common} AND ${second}` },
      { kind: 'without', ours: `+${common} -${third}`, fts: `${common} NOT ${third}` },
      { kind: 'field', ours: `title:${common}`, fts: `title:${common}` },
      { kind: 'prefix', ours: `${prefix}*`, fts: `${prefix}*` },
      { kind: 'phrase', ours: `"${common} ${second}"`, fts: `"${common} ${second}"` },
      { kind: 'similar by one', ours: `${rare}~1`, fts: null },
      { kind: 'similar by two', ours: `${rare}~2`, fts: null },
      { kind: 'suffix', ours: `*${rare.slice(-4)}`, fts: null },
    );
  }
  return queries;
}
