import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/core/import/encoding/decode-text.ts';
import { ENCODED_TWICE } from '../../../src/core/import/encoding/encoded-twice.ts';

/** Sentences made for these tests. */
const TEXTS = {
  ru: 'Суд города Вельска отклонил жалобу. Четверых задержанных держали девять суток без адвоката; «мы ничего не знали», — сказала сестра одного из них.',
  be: 'Суд горада Вельска адхіліў скаргу. Чацвярых затрыманых трымалі дзевяць сутак без адваката, і ніхто не ведаў, дзе яны. Ёўнік сказаў: няпраўда.',
  uk: 'Суд міста Вельська відхилив скаргу. Чотирьох затриманих тримали дев’ять діб без адвоката, і ніхто не знав, де вони є. Її сестра писала листи.',
  de: 'Das Gericht in Velmar wies die Beschwerde zurück. Für die Angehörigen war es größer als jede Übung; «Straße» stand auf dem Schild.',
  fr: 'La cour de Velmar a rejeté la requête. Les quatre détenus étaient gardés à vue, sans avocat, où personne ne répondait. Élise a protesté.',
  pl: 'Sąd w Velmar oddalił skargę. Czterech zatrzymanych trzymano dziewięć dni bez adwokata, a ich siostra pisała listy. Źródło: gazeta, część druga.',
  cs: 'Soud ve Velmaru stížnost zamítl. Čtyři zadržení byli drženi devět dní bez advokáta; jejich sestra říkala, že nikdo neví, kde jsou.',
} as const;

const CASES: readonly (readonly [keyof typeof TEXTS, string, string])[] = [
  ...(['ru', 'be', 'uk'] as const).flatMap((language) => [
    [language, 'utf8', 'utf-8'] as const,
    [language, 'windows-1251', 'windows-1251'] as const,
    [language, 'macukraine', 'x-mac-cyrillic'] as const,
    [language, 'iso-8859-5', 'iso-8859-5'] as const,
  ]),
  ['ru', 'koi8-r', 'koi8-r'],
  ['uk', 'koi8-u', 'koi8-u'],
  ['ru', 'cp866', 'ibm866'],
  ['uk', 'cp1125', 'cp1125'],
  ['ru', 'cp855', 'ibm855'],
  ['de', 'windows-1252', 'windows-1252'],
  ['fr', 'windows-1252', 'windows-1252'],
  ['fr', 'macroman', 'macintosh'],
  ['pl', 'windows-1250', 'windows-1250'],
  ['pl', 'iso-8859-2', 'iso-8859-2'],
  ['cs', 'windows-1250', 'windows-1250'],
];

/** What the code page can hold of the text. */
function representable(text: string, encoding: string): string {
  return iconv.decode(iconv.encode(text, encoding), encoding);
}

describe('code pages', () => {
  it.each(CASES)('%s in %s is %s', async (language, encoding, label) => {
    const text = representable(TEXTS[language], encoding);
    const decoded = await decodeText(iconv.encode(text, encoding));
    expect(decoded).toEqual({ text, encoding: label });
  });

  it('tells them from a line of text', async () => {
    const line = 'Протокол № 7, город Вельск';
    for (const encoding of ['windows-1251', 'koi8-r', 'macukraine']) {
      const decoded = await decodeText(iconv.encode(line, encoding));
      expect(decoded.text, encoding).toBe(representable(line, encoding));
    }
  });

  it('reads capitals', async () => {
    const line = 'ПРОТОКОЛ ДОПРОСА СВИДЕТЕЛЯ В ГОРОДЕ ВЕЛЬСКЕ';
    expect((await decodeText(iconv.encode(line, 'windows-1251'))).text).toBe(line);
    expect((await decodeText(iconv.encode(line, 'koi8-r'))).text).toBe(line);
  });
});

describe('Unicode', () => {
  const text = `${TEXTS.uk}\n${TEXTS.pl}`;

  it.each([
    ['utf-16le', 'utf-16le', true],
    ['utf-16le', 'utf-16le', false],
    ['utf-16be', 'utf-16be', true],
    ['utf-16be', 'utf-16be', false],
    ['utf-32le', 'utf-32le', true],
    ['utf-32le', 'utf-32le', false],
    ['utf-32be', 'utf-32be', false],
    ['utf8', 'utf-8', true],
    ['utf8', 'utf-8', false],
  ])('%s is %s, with a byte order mark: %s', async (encoding, label, addBOM) => {
    expect(await decodeText(iconv.encode(text, encoding, { addBOM }))).toEqual({
      text,
      encoding: label,
    });
  });

  it('reads plain English UTF-16 without a mark', async () => {
    const line = 'The clerk read it aloud.';
    expect((await decodeText(iconv.encode(line, 'utf-16be'))).text).toBe(line);
  });

  it('takes plain ASCII for UTF-8', async () => {
    expect((await decodeText(Buffer.from('plain words'))).encoding).toBe('utf-8');
  });

  it('shows a character that is cut off at the end', async () => {
    const bytes = Buffer.from(TEXTS.ru);
    const decoded = await decodeText(bytes.subarray(0, Buffer.byteLength('Суд города В') - 1));
    expect(decoded.encoding).toBe('utf-8');
    expect(decoded.text.endsWith('\ufffd')).toBe(true);
  });

  it('shows a few broken bytes without giving up UTF-8', async () => {
    const bytes = Buffer.concat([
      Buffer.from(TEXTS.ru),
      Buffer.from([0xff]),
      Buffer.from(TEXTS.be),
    ]);
    expect(await decodeText(bytes)).toEqual({
      text: `${TEXTS.ru}\ufffd${TEXTS.be}`,
      encoding: 'utf-8',
    });
  });

  it('undoes a second encoding', async () => {
    const twice = Buffer.from(Buffer.from(TEXTS.ru).toString('latin1'));
    expect(await decodeText(twice)).toEqual({ text: TEXTS.ru, encoding: ENCODED_TWICE });
  });

  it('leaves accents alone that only look like a second encoding', async () => {
    const odd = 'Ã© is what a broken é looks like; Ã¨ is another one.';
    expect((await decodeText(Buffer.from(odd))).text).toBe(odd);
  });
});

describe('canonical text', () => {
  it.each([
    ['line ends', 'a\r\nb\rc\nd\u2028e\u0085f', 'a\nb\nc\nd\ne\nf'],
    ['form feeds', 'a\fb', 'a\n\nb'],
    ['soft hyphens and zero-width spaces', 'impris\u00adon\u200bment', 'imprisonment'],
    ['decomposed letters', 'краи\u0306', 'край'],
    ['NUL bytes', 'a\0b', 'a\ufffdb'],
    ['tabs', 'a\tb', 'a\tb'],
  ])('%s', async (_name, given, expected) => {
    expect((await decodeText(Buffer.from(given))).text).toBe(expected);
  });

  it('is the same whether a file is decoded in one step or in many', async () => {
    const paragraph = `${TEXTS.ru}\r\n${TEXTS.uk.normalize('NFD')}\r\n\r\n`;
    const copies = Math.ceil((2.5 * 1024 * 1024) / Buffer.byteLength(paragraph));
    const decoded = await decodeText(Buffer.from(paragraph.repeat(copies)));
    const expected = `${TEXTS.ru}\n${TEXTS.uk}\n\n`.repeat(copies);
    expect(decoded.text === expected).toBe(true);
  });
});
