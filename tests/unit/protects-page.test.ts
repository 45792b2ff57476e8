import { expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { english } from '../../src/shared/i18n/index.ts';
import { IN_DANGER, LIMITS, PROTECTED } from '../../src/renderer/features/vault/protects-page.ts';

const docs = new URL('../../docs/what-kartoteka-protects.md', import.meta.url);

test('the page in the app and the one in docs/ say the same', () => {
  const written = readFileSync(docs, 'utf8').replaceAll(/\s+/gu, ' ');
  const missing = Object.values(english.protects).filter((words) => !written.includes(words));
  expect(missing).toEqual([]);
});

test('the page shows all of its words, each once', () => {
  const shown = [
    'title',
    'intro',
    'do',
    'now-title',
    'yes-title',
    'no-title',
    ...IN_DANGER,
    ...PROTECTED,
    ...LIMITS.flatMap(({ group, limits }) => [
      group,
      ...limits.flatMap((limit) => [limit, `${limit}-text`, `${limit}-do`]),
    ]),
  ];
  expect(shown.toSorted()).toEqual(Object.keys(english.protects).toSorted());
});
