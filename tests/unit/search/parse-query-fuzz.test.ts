import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../src/core/search/analysis/words.ts';
import { parseQuery } from '../../../src/core/search/query/parse-query.ts';
import type { ParsedQuery, QueryClause } from '../../../src/core/search/query/parsed-query.ts';
import { SeededRandom } from '../../helpers/invented-words.ts';

const ROUNDS = 20_000;
const CHARACTERS = [
  ...Array.from('+-~^*:"«»“”„()\\/.,!?…\'’ʼ–— \t\n#&|[]{}<>=0129aбўїé漢'),
  '\u0301',
  '\u00AD',
  '\u200B',
  '\u{1F600}',
  '\uD83D',
  '\uDC00',
  '\u0000',
];
const PIECES = [
  ...CHARACTERS,
  ...'AND OR NOT and title: body: note: nosuch: lang: tag: kind: date: source: case: quiet harbour ціхі~1 *ber* ver* ^2 ~9 "quiet'.split(
    ' ',
  ),
  ' ',
  ' ',
];
const OPERATOR = /^(?:AND|OR|NOT)$/v;

function wordsOfClause(clause: QueryClause): readonly string[] {
  if (clause.kind === 'phrase') return clause.words;
  return clause.kind === 'pattern' ? clause.pattern.split('*') : [clause.word];
}

function bare(text: string): string {
  return text.normalize('NFC').replaceAll(/[\s"“”„«»]/gv, '');
}

function isEmpty({ groups, facets }: ParsedQuery): boolean {
  return groups.length === 0 && facets.length === 0;
}

function queries(pieces: readonly string[], most: number): string[] {
  const random = new SeededRandom(77);
  return Array.from({ length: ROUNDS }, () =>
    Array.from({ length: 1 + random.below(most) }, () => random.pick(pieces)).join(''),
  );
}

describe('parseQuery', () => {
  it.each([
    ['single characters', CHARACTERS, 12],
    ['pieces of queries', PIECES, 9],
  ] as const)('never throws and always says what it left out: %s', (_, pieces, most) => {
    for (const query of queries(pieces, most)) {
      const name = JSON.stringify(query);
      const parsed = parseQuery(query);
      if (query.trim() !== '' && isEmpty(parsed)) {
        expect(parsed.notices.length, name).toBeGreaterThan(0);
      }
      for (const group of parsed.groups) expect(group.length, name).toBeGreaterThan(0);
      const searched = new Set(
        parsed.groups.flat().flatMap((clause) => {
          expect(clause.fields.length, name).toBeGreaterThan(0);
          expect(Number.isFinite(clause.boost), name).toBe(true);
          return wordsOfClause(clause).map((word) => word.toLowerCase());
        }),
      );
      for (const { kind, part } of parsed.notices) {
        // `title: word` is one piece, so that what stands between may be missing.
        expect(bare(query).includes(bare(part)), `${name} ${part}`).toBe(true);
        // What is not understood is searched as plain words.
        if (kind !== 'syntax' || OPERATOR.test(part) || /[*~^:]/v.test(part)) continue;
        for (const { text } of wordsOf(part)) {
          expect(searched.has(text.toLowerCase()), `${name} ${text}`).toBe(true);
        }
      }
    }
  });
});
