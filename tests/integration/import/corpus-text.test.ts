/** Every file of the corpus' text/ against its manifest: what is decoded must be the right text. */
import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/core/import/encoding/decode-text.ts';
import { canonicaliseText } from '../../../src/shared/extraction/canonical-text.ts';
import { CORPUS, corpusRows, corpusTitle, hasCorpus } from '../../fixtures/import/corpus.ts';
import { collect, openSession } from '../../fixtures/import/import-session.ts';

/** Names of the manifest that iconv-lite spells otherwise. */
const NAMES: Record<string, string> = {
  'utf-8-sig': 'utf-8',
  'utf-32-le': 'utf-32le',
  'utf-16-le': 'utf-16le',
  'mac-cyrillic': 'macukraine',
};

/** No single encoding gives the right text of these; what happens to them instead. */
const SPECIAL: Record<string, { why: string; encoding: string; text: RegExp }> = {
  'real/multi-language.txt': {
    why: 'lines in several encodings: nothing is right for all, the plain English lines are kept',
    encoding: 'windows-1252',
    text: /^English: /u,
  },
  'real/full-bmp.txt': {
    why: 'every code point, lone surrogates and noncharacters included: UTF-8, what is not a character is U+FFFD',
    encoding: 'utf-8',
    text: /\ufffd/u,
  },
  'made/truncated-mid-char_udhr_ukr.utf8.txt': {
    why: 'cut inside a character: UTF-8, the half character is shown as U+FFFD',
    encoding: 'utf-8',
    text: /\p{Script=Cyrillic}[^\ufffd]*\ufffd$/u,
  },
  'made/doubly-encoded_udhr_rus.utf8.txt': {
    why: 'UTF-8 encoded as UTF-8 again: undone',
    encoding: 'utf-8 twice',
    text: /^\p{Script=Cyrillic}/u,
  },
};

describe.skipIf(!hasCorpus)(corpusTitle('corpus text/'), () => {
  const rows = corpusRows('text/manifest.tsv');

  it.each(rows.map(({ file = '', encoding = '' }) => [file, encoding]))(
    '%s is %s',
    async (file, encoding) => {
      const bytes = readFileSync(`${CORPUS}text/${file}`);
      const decoded = await decodeText(bytes);
      const special = SPECIAL[file];
      if (special) {
        expect(decoded.encoding).toBe(special.encoding);
        expect(decoded.text).toMatch(special.text);
        return;
      }
      const expected = canonicaliseText(iconv.decode(bytes, NAMES[encoding] ?? encoding));
      expect(decoded.text === expected).toBe(true);
    },
  );

  it('is imported whole: pages hold every visible character', { timeout: 120_000 }, async () => {
    const session = await openSession();
    const lines = await collect(session, [`${CORPUS}text`]);
    const refused = session
      .summary(lines)
      .filter(([, outcome]) => !/imported|duplicate/u.test(outcome));
    expect(refused).toEqual([['only-bom.txt', 'unreadable: empty-file']]);
    for (const { path, outcome } of lines) {
      if (outcome.kind !== 'imported') continue;
      const { text } = await decodeText(readFileSync(path));
      expect(
        session.textOf(outcome.documentId).replaceAll(/\s/gu, '') === text.replaceAll(/\s/gu, ''),
      ).toBe(true);
    }
  });
});
