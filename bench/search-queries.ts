/** The queries of the search benchmark: the same question for every engine. */
import type { Report, ReportLanguage, ReportTexts } from './search-corpus.ts';

export interface BenchQuery {
  readonly kind: string;
  readonly ours: string;
  /** Null when FTS5 cannot be asked this. */
  readonly fts: string | null;
}

const OF_EACH_KIND = 8;
const LANGUAGES: readonly ReportLanguage[] = ['en', 'en', 'ru', 'be'];

/** @param reports some of those in the library: rare words and names are theirs. */
export function makeQueries(texts: ReportTexts, reports: readonly Report[]): BenchQuery[] {
  const queries: BenchQuery[] = [];
  for (let i = 0; i < OF_EACH_KIND; i += 1) {
    const language = LANGUAGES[i % LANGUAGES.length] ?? 'en';
    const report = reports.filter((known) => known.language === language)[i >> 2] ?? reports[0];
    const commonRank = 4 + i * 37;
    const common = texts.general(language, commonRank);
    const second = texts.general(language, 60 + i * 90);
    const rare = report?.topic[2 * i] ?? '';
    const name = report?.names[i] ?? '';
    const companion = texts.companion(language, commonRank);
    const prefix = common.slice(0, 3);
    queries.push(
      { kind: 'common', ours: common, fts: common },
      { kind: 'rare', ours: rare, fts: rare },
      { kind: 'name', ours: name, fts: name },
      {
        kind: 'several',
        ours: `${common} ${second} ${rare}`,
        fts: `${common} OR ${second} OR ${rare}`,
      },
      { kind: 'all of', ours: `+${common} +${second}`, fts: `${common} AND ${second}` },
      { kind: 'without', ours: `+${common} -${second}`, fts: `${common} NOT ${second}` },
      { kind: 'field', ours: `title:${rare}`, fts: `title:${rare}` },
      { kind: 'prefix', ours: `${prefix}*`, fts: `${prefix}*` },
      { kind: 'phrase', ours: `"${common} ${companion}"`, fts: `"${common} ${companion}"` },
      { kind: 'similar by one', ours: `${rare}~1`, fts: null },
      { kind: 'similar by two', ours: `${rare}~2`, fts: null },
      { kind: 'suffix', ours: `*${rare.slice(-4)}`, fts: null },
      { kind: 'one letter', ours: `*${rare.slice(-1)}*`, fts: null },
    );
  }
  return queries;
}
