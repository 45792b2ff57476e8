/** The queries of the search benchmark: the same question for every engine, in its own words. */
import type { Query } from 'minisearch';
import type { Report, ReportLanguage, ReportTexts } from './search-corpus.ts';

/** Null where an engine cannot be asked this. */
export interface BenchQuery {
  readonly kind: string;
  readonly ours: string;
  readonly fts: string | null;
  readonly lunr: string | null;
  readonly mini: Query | null;
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
    const phrase = `"${common} ${companion}"`;
    const prefix = common.slice(0, 3);
    queries.push(
      word('common', common),
      word('rare', rare),
      word('name', name),
      {
        kind: 'several',
        ours: `${common} ${second} ${rare}`,
        fts: `${common} OR ${second} OR ${rare}`,
        lunr: `${common} ${second} ${rare}`,
        mini: `${common} ${second} ${rare}`,
      },
      {
        kind: 'all of',
        ours: `+${common} +${second}`,
        fts: `${common} AND ${second}`,
        lunr: `+${common} +${second}`,
        mini: { combineWith: 'AND', queries: [common, second] },
      },
      {
        kind: 'without',
        ours: `+${common} -${second}`,
        fts: `${common} NOT ${second}`,
        lunr: `+${common} -${second}`,
        mini: { combineWith: 'AND_NOT', queries: [common, second] },
      },
      {
        kind: 'field',
        ours: `title:${rare}`,
        fts: `title:${rare}`,
        lunr: `title:${rare}`,
        mini: { queries: [rare], fields: ['title'] },
      },
      {
        kind: 'prefix',
        ours: `${prefix}*`,
        fts: `${prefix}*`,
        lunr: `${prefix}*`,
        mini: { queries: [prefix], prefix: true },
      },
      { kind: 'phrase', ours: phrase, fts: phrase, lunr: null, mini: null },
      ...[1, 2].map((changes) => ({
        kind: `similar by ${changes}`,
        ours: `${rare}~${changes}`,
        fts: null,
        lunr: `${rare}~${changes}`,
        mini: { queries: [rare], fuzzy: changes },
      })),
      pattern('suffix', `*${rare.slice(-4)}`),
      pattern('one letter', `*${rare.slice(-1)}*`),
    );
  }
  return queries;
}

function word(kind: string, text: string): BenchQuery {
  return { kind, ours: text, fts: text, lunr: text, mini: text };
}

function pattern(kind: string, text: string): BenchQuery {
  return { kind, ours: text, fts: null, lunr: text, mini: null };
}
