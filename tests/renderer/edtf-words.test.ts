import { expect, test } from 'vitest';
import { createI18n } from '../../src/shared/i18n/index.ts';
import { edtfWords } from '../../src/renderer/features/labels/edtf-words.ts';

const t = createI18n().getFixedT(null, 'labels');

test.each([
  ['2011-08-04', 'August 4, 2011'],
  ['2011-08', 'August 2011'],
  ['2011', '2011'],
  ['2011-08-XX', 'August 2011, day unknown'],
  ['2011-XX', '2011'],
  ['2012~', 'about 2012'],
  ['2012?', '2012, uncertain'],
  ['2012%', 'about 2012, uncertain'],
  ['2010-12-19/2010-12-24', 'December 19, 2010 to December 24, 2010'],
  ['2010/..', 'from 2010 on'],
  ['2010/', 'from 2010, end not known'],
  ['../2010', 'until 2010'],
  ['/2010', 'until 2010, start not known'],
  ['../..', '../..'],
  ['201X', '2010s'],
  ['19XX', '1900 to 1999'],
  ['0050-01-01', 'January 1, 50'],
  // Valid, but without words yet: shown as it is written.
  ['2011-21', '2011-21'],
])('%s', (date, words) => {
  expect(edtfWords(date, t, 'en')).toBe(words);
});

test.each(['4 August 2011', '2011-13', '2011/8', 'yesterday'])('%s is no date', (text) => {
  expect(edtfWords(text, t, 'en')).toBeNull();
});

test('a day is the same day in every time zone', () => {
  const zone = process.env['TZ'];
  try {
    for (const name of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      process.env['TZ'] = name;
      expect(edtfWords('2011-08-04', t, 'en')).toBe('August 4, 2011');
    }
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
});
