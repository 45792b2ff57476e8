import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { nodePdfExtractor } from '../../../src/core/import/node-pdf-extractor.ts';
import type { ByteSource } from '../../../src/core/import/pdf-extractor.ts';
import { FailureError } from '../../../src/shared/failure.ts';
import { writeLargePdf } from '../../fixtures/import/large-pdf.ts';
import { makePdf } from '../../fixtures/import/make-pdf.ts';
import { temporaryFolder } from '../../helpers/temporary-library.ts';

const RANGE = 256 * 1024;

function sourceOf(bytes: Uint8Array): ByteSource & { reads: number[] } {
  const reads: number[] = [];
  return {
    size: bytes.length,
    reads,
    read(begin, end) {
      reads.push(end - begin);
      return new Uint8Array(bytes.slice(begin, end));
    },
  };
}

describe('reading a PDF by ranges', () => {
  it('asks for no more than a range at once, and not for what it does not need', async () => {
    const pdf = await PDFDocument.load(
      await makePdf({ pages: ['The first page', 'The last page'] }),
    );
    await pdf.attach(randomBytes(20 * RANGE), 'attachment.bin');
    const source = sourceOf(await pdf.save({ useObjectStreams: false }));
    const result = await nodePdfExtractor().extract(source, new AbortController().signal);
    expect(result.kind === 'extracted' && result.pdf.pages.map(({ text }) => text)).toEqual([
      'The first page',
      'The last page',
    ]);
    expect(Math.max(...source.reads)).toBeLessThanOrEqual(RANGE);
    expect(source.reads.length).toBeLessThan(10);
  });

  it('opens a large one anew now and then, because pdf.js keeps all it has read', async () => {
    const path = join(temporaryFolder(), 'scans.pdf');
    const pages = writeLargePdf(path, 90);
    const bytes = readFileSync(path);
    let ends = 0;
    const source: ByteSource = {
      size: bytes.length,
      read(begin, end) {
        if (end === bytes.length) ends += 1;
        return new Uint8Array(bytes.subarray(begin, end));
      },
    };
    const result = await nodePdfExtractor().extract(source, new AbortController().signal);
    // The table of all objects stands at the end, and is read once by each opening.
    expect(ends).toBe(2);
    const texts = result.kind === 'extracted' ? result.pdf.pages.map(({ text }) => text) : [];
    const lastLines = texts.map((text) => text.trimEnd().split('\n').at(-1));
    expect(lastLines).toEqual(Array.from({ length: pages }, (_, index) => `Page ${index}`));
  });

  it('throws what the source throws: it is not the fault of the file', async () => {
    const source = sourceOf(await makePdf({ pages: ['one page'] }));
    const gone = new Error('made for this test');
    const failing: ByteSource = { size: source.size, read: () => Promise.reject(gone) };
    const reading = nodePdfExtractor().extract(failing, new AbortController().signal);
    await expect(reading).rejects.toBe(gone);
  });

  it('ends with «cancelled» when it is cancelled while it waits for bytes', async () => {
    const source = sourceOf(await makePdf({ pages: ['one page'] }));
    const controller = new AbortController();
    const waiting: ByteSource = {
      size: source.size,
      read() {
        controller.abort();
        return Promise.withResolvers<never>().promise;
      },
    };
    const error: unknown = await nodePdfExtractor()
      .extract(waiting, controller.signal)
      .catch((caught: unknown) => caught);
    expect(error instanceof FailureError && error.failure).toEqual({ kind: 'cancelled' });
  });
});
