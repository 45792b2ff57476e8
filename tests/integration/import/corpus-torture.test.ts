/** The torture set of the corpus: every PDF ends in a result, none in a crash, none on the console. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { nodePdfExtractor } from '../../../src/core/import/node-pdf-extractor.ts';
import { CORPUS, corpusTitle, hasCorpus } from '../../fixtures/import/corpus.ts';

/** Milliseconds for one file. */
const LIMIT = 60_000;

describe.skipIf(!hasCorpus)(corpusTitle('corpus pdfjs/'), () => {
  it('ends every file in a result', { timeout: 600_000 }, async () => {
    const extractor = nodePdfExtractor();
    const console = [vi.spyOn(globalThis.console, 'log'), vi.spyOn(globalThis.console, 'warn')];
    const names = readdirSync(`${CORPUS}pdfjs`).filter((name) => name.endsWith('.pdf'));
    const results: string[] = [];
    for (const name of names) {
      const bytes = new Uint8Array(readFileSync(`${CORPUS}pdfjs/${name}`));
      const begun = performance.now();
      const source = {
        size: bytes.length,
        read: (from: number, to: number) => bytes.slice(from, to),
      };
      const result = await extractor.extract(source, new AbortController().signal);
      expect(performance.now() - begun, name).toBeLessThan(LIMIT);
      results.push(result.kind);
      if (result.kind !== 'extracted') continue;
      for (const { text } of result.pdf.pages) {
        expect(text === text.normalize('NFC') && text.isWellFormed(), name).toBe(true);
      }
    }
    expect(results).toHaveLength(names.length);
    const read = results.filter((kind) => kind === 'extracted').length;
    expect(read / names.length).toBeGreaterThan(0.95);
    for (const spy of console) expect(spy).not.toHaveBeenCalled();
  });
});
