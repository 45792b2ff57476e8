import { expect, test } from 'vitest';
import { layoutHintOf } from '../../src/renderer/features/session/layout-hint.ts';

test.each([
  ['', null],
  ['lantern orchard velvet nine copper', null],
  ['1984 + 2001 = ?', null],
  ['Straße über Łódź', null],
  ['smart-shop_27 by the brook', null],
  ['NGO UN BBC', null],
  // «lantern» with the Russian layout on
  ['дфтеукт', { kind: 'script', script: 'cyrillic' }],
  ['фонарь и сад', { kind: 'script', script: 'cyrillic' }],
  ['φανάρι', { kind: 'script', script: 'greek' }],
  ['שלום', { kind: 'script', script: 'hebrew' }],
  ['lantern сад velvet', { kind: 'script', script: 'cyrillic' }],
  ['lanтерн', { kind: 'mixed' }],
  // A Cyrillic «а» that looks like the Latin one
  ['lаntern orchard', { kind: 'mixed' }],
  // «привет мир» and «объявление» with the Latin layout on
  ['ghbdtn vbh', { kind: 'latin-nonsense' }],
  ['j,]zdktybt', { kind: 'latin-nonsense' }],
  // «абрикос» has a vowel by chance, «сквер» has none: half is enough
  ['f,hbrjc crdth', { kind: 'latin-nonsense' }],
  ['lantern orchard bcdfg velvet', null],
])('%s', (typed, hint) => {
  expect(layoutHintOf(typed)).toEqual(hint);
});
