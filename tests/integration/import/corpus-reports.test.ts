/** All reports of the corpus through the whole import, counted against what other readers found in them. */
import { describe, expect, it } from 'vitest';
import { CORPUS, corpusRows, corpusTitle, hasCorpus } from '../../fixtures/import/corpus.ts';
import { collect, openSession } from '../../fixtures/import/import-session.ts';

/** Of the characters without spaces. */
const TOLERANCE = 0.02;
/** Of the readable reports must be within the tolerance. */
const SHARE = 0.95;

const count = (text: string): number => Array.from(text.replaceAll(/\s/gu, '')).length;

describe.skipIf(!hasCorpus)(corpusTitle('corpus reports/'), () => {
  it(
    'ends every file in a state, with the text that others read',
    { timeout: 600_000 },
    async () => {
      const session = await openSession();
      const lines = await collect(session, [`${CORPUS}reports`]);
      const outcomes = new Map(lines.map(({ fileName, outcome }) => [fileName, outcome]));
      expect(session.search.verify().problems).toBe(0);

      const rows = corpusRows('reports/manifest.tsv');
      expect(rows.length).toBeGreaterThan(50);
      const off: string[] = [];
      let readable = 0;
      for (const { file = '', kind, has_text_layer: hasText, pdfjs_chars: found } of rows) {
        const outcome = outcomes.get(file);
        if (kind === 'encrypted') expect(outcome?.kind, file).toBe('password-needed');
        else if (hasText === 'no' && Number(found) === 0)
          expect(outcome?.kind, file).toBe('needs-ocr');
        else if (outcome?.kind !== 'imported')
          expect.fail(`${file} is ${outcome?.kind ?? 'not reported'}`);
        else {
          readable += 1;
          const ratio = count(session.textOf(outcome.documentId)) / Number(found);
          if (Math.abs(ratio - 1) > TOLERANCE) off.push(`${file}: ${ratio.toFixed(3)}`);
        }
      }
      expect(off.length, off.join(', ')).toBeLessThanOrEqual(readable * (1 - SHARE));
    },
  );
});
