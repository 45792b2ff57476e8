import { describe, expect, it } from 'vitest';
import { documentTitle } from '../../../src/core/import/document-title.ts';

describe('documentTitle', () => {
  it.each([
    ['Report on the Orvel Bay trials', 'x.pdf', 'Report on the Orvel Bay trials'],
    ['  Доклад о судах  ', 'x.pdf', 'Доклад о судах'],
    ['', 'Annual report 2011.pdf', 'Annual report 2011'],
    ['untitled', 'a.pdf', 'a'],
    ['Microsoft Word - draft.doc', 'a.pdf', 'a'],
    ['final_v2.docx', 'a.pdf', 'a'],
    ['scan_0001.tif', 'a.pdf', 'a'],
    ['Без названия', 'доклад.pdf', 'доклад'],
    ['12', 'a.pdf', 'a'],
    ['Äîêëàä î ñóäàõ', 'a.pdf', 'a'],
    ['x'.repeat(400), 'a.pdf', 'a'],
    ['', 'no ending', 'no ending'],
    ['', 'A_45.696 (second part)', 'A_45.696 (second part)'],
    ['', 'notes.md.txt', 'notes.md'],
    ['', '.txt', '.txt'],
    ['', 'two\nlines.txt', 'two lines'],
    ['', '\u202efdp.txt', 'fdp'],
  ])('%s in %s is %s', (pdfTitle, fileName, expected) => {
    expect(documentTitle(pdfTitle, fileName)).toBe(expected);
  });
});
