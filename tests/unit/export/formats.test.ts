import { describe, expect, it } from 'vitest';
import { excerptsToCsv } from '../../../src/core/export/csv.ts';
import { escapeMarkdown, excerptsToMarkdown } from '../../../src/core/export/markdown.ts';
import type { Excerpt } from '../../../src/shared/domain/excerpt.ts';
import { createI18n } from '../../../src/shared/i18n/index.ts';

const excerpt: Excerpt = {
  passageId: 1,
  documentId: 1,
  documentTitle: 'Дневник наблюдателя',
  fileName: 'secret-name-of-the-source.txt',
  sha256: 'ab'.repeat(32),
  start: { page: 4, offset: 10 },
  end: { page: 4, offset: 40 },
  pageLabel: 'iv',
  region: null,
  quote: 'She said: "they came,\nthen left"; nobody spoke.',
  prefix: '',
  suffix: '',
  note: 'ask again, in person',
  tags: ['force', 'night'],
  cases: ['Tolvan'],
  events: ['Dispersal, August'],
  createdAt: '2031-08-05T10:00:00.000Z',
};

describe('CSV', () => {
  it('quotes what RFC 4180 wants quoted and keeps the columns in their order', () => {
    expect(excerptsToCsv([excerpt])).toBe(
      '\uFEFFquote,note,tags,cases,events,title,page,sha256\r\n' +
        '"She said: ""they came,\nthen left""; nobody spoke.","ask again, in person",force; night,' +
        `Tolvan,"Dispersal, August",Дневник наблюдателя,iv,${'ab'.repeat(32)}\r\n`,
    );
  });

  it.each(['=1+1', '+1', '-1', '@cmd', '\tx'])('lets no cell run as a formula: %j', (quote) => {
    const cell = excerptsToCsv([{ ...excerpt, quote }]).split('\r\n')[1] ?? '';
    expect(cell.replace(/^"/u, '').startsWith(`'${quote}`)).toBe(true);
  });

  it('names both pages of a passage that crosses them', () => {
    const crossing = { ...excerpt, pageLabel: '4', end: { page: 5, offset: 3 } };
    expect(excerptsToCsv([crossing])).toContain(',4–5,');
  });

  it('does not tell the name of the file', () => {
    expect(excerptsToCsv([excerpt])).not.toContain('secret-name');
  });
});

describe('Markdown', () => {
  it('gives quote, source and everything tied to it', () => {
    expect(excerptsToMarkdown([excerpt], createI18n())).toBe(
      [
        '# 1 excerpt',
        '',
        '> She said: "they came,',
        '> then left"; nobody spoke.',
        '',
        '— Дневник наблюдателя, p. iv',
        '',
        '- Note: ask again, in person',
        '- Tags: force; night',
        '- Cases: Tolvan',
        '- Events: Dispersal, August',
        `- SHA-256: \`${'ab'.repeat(32)}\``,
        '',
      ].join('\n'),
    );
  });

  it.each([
    ['![pixel](http://example.invalid/p.png)', '!\\[pixel\\](http://example.invalid/p.png)'],
    ['<img src=x>', '\\<img src=x\\>'],
    ['# not a heading', '\\# not a heading'],
    ['- not a list', '\\- not a list'],
    ['1. not a list', '1\\. not a list'],
    ['in 2031. Then', 'in 2031. Then'],
    ['a *b* _c_ `d`', 'a \\*b\\* \\_c\\_ \\`d\\`'],
  ])('takes %j as words, not as markup', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });
});
