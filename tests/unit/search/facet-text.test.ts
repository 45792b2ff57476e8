import { describe, expect, it } from 'vitest';
import { withFacet, withOnlyFacet, withoutFacet } from '../../../src/shared/search/facet-text.ts';
import { parseQuery } from '../../../src/core/search/query/parse-query.ts';

describe('a facet is put into a query', () => {
  it.each([
    ['', 'lang', 'be', 'lang:be'],
    ['court ', 'kind', 'pdf', 'court kind:pdf'],
    ['court', 'case', 'The pier, and after', 'court case:"The pier, and after"'],
    ['court', 'tag', 'так званая «няволя»', 'court tag:"так званая няволя"'],
    ['court', 'mentions', '2010..2019', 'court mentions:2010..2019'],
    ['court', 'tag', '*', 'court tag:"*"'],
  ] as const)('%s + %s:%s', (text, facet, value, expected) => {
    expect(withFacet(text, facet, value)).toBe(expected);
  });
});

describe('a facet is taken out of a query', () => {
  it.each([
    ['court lang:be', 'lang', 'be', 'court'],
    ['lang:be court lang:ru', 'lang', 'be', 'court lang:ru'],
    ['case:"The  Pier" court', 'case', 'the pier', 'court'],
    ['court -tag:«няволя»', 'tag', 'няволя', 'court'],
    ['court NOT kind: pdf now', 'kind', 'pdf', 'court now'],
    ['court AND lang:be', 'lang', 'be', 'court'],
    ['"said lang:be" lang:be', 'lang', 'be', '"said lang:be"'],
    ['slang:be', 'lang', 'be', 'slang:be'],
    ['court', 'lang', 'be', 'court'],
  ] as const)('%s - %s:%s', (text, facet, value, expected) => {
    expect(withoutFacet(text, facet, value)).toBe(expected);
  });
});

it('one range of days takes the place of the other', () => {
  const text = 'court mentions:2011 mentions:2012-08 -mentions:1990 date:2011';
  expect(withOnlyFacet(text, 'mentions', '2013')).toBe(
    'court -mentions:1990 date:2011 mentions:2013',
  );
});

it.each(['The pier', 'х "у" z', 'a:b', '04.08', 'x-y', 'NOT', '«»a', '+a', 'été d’hiver'])(
  'what is put in is understood, and taken out again: %s',
  (value) => {
    const text = withFacet('court', 'tag', value);
    const { facets, groups, notices } = parseQuery(text);
    expect(facets).toMatchObject([{ facet: 'tag', excludes: false }]);
    expect([groups.length, notices.length]).toEqual([1, 0]);
    expect(withoutFacet(text, 'tag', value)).toBe('court');
  },
);
