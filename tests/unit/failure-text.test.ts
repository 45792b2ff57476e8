import { expect, it } from 'vitest';
import { createI18n, failureText } from '../../src/shared/i18n/index.ts';

it.each([
  [1, 'The words of 1 passage cannot be found'],
  [3, 'The words of 3 passages cannot be found'],
])('says how many passages (%i) keep a text from being read anew', (count, words) => {
  expect(failureText(createI18n(), { kind: 'passages-not-placed', count })).toContain(words);
});
