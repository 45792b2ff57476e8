import { describe, expect, it } from 'vitest';
import { nodePdfExtractor } from '../../../src/core/import/node-pdf-extractor.ts';
import type { ByteSource } from '../../../src/core/import/pdf-extractor.ts';
import { FailureError } from '../../../src/shared/failure.ts';
import { makePdf } from '../../fixtures/import/make-pdf.ts';

const RANGE = 256 * 1024;

async function sourceOf(pages: readonly string[]): Promise<ByteSource & { reads: number[] }> {
  const bytes = new Uint8Array(await makePdf({ pages }));
  const reads: number[] = [];
  return {
    size: bytes.length,
    reads,
    read(begin, end) {
      reads.push(end - begin);
      return bytes.slice(begin, end);
    },
  };
}

describe('reading a PDF by ranges', () => {
  it('never asks for more than a range at once, nor behind the end', async () => {
    const line = 'The ferry to Orvel Bay was stopped at dawn and nobody was told why.\n';
    const source = await sourceOf(
      Array.from({ length: 150 }, (_, index) => `${index} ${line.repeat(50)}`),
    );
    expect(source.size).toBeGreaterThan(RANGE * 2);
    const result = await nodePdfExtractor().extract(source, new AbortController().signal);
    expect(result.kind === 'extracted' && result.pdf.pages).toHaveLength(150);
    expect(source.reads.length).toBeGreaterThan(1);
    expect(Math.max(...source.reads)).toBeLessThanOrEqual(RANGE);
    expect(source.reads.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(source.size);
  });

  it('throws what the source throws: it is not the fault of the file', async () => {
    const source = await sourceOf(['one page']);
    const gone = new Error('made for this test');
    const failing: ByteSource = { size: source.size, read: () => Promise.reject(gone) };
    const reading = nodePdfExtractor().extract(failing, new AbortController().signal);
    await expect(reading).rejects.toBe(gone);
  });

  it('ends with «cancelled» when it is cancelled while it waits for bytes', async () => {
    const source = await sourceOf(['one page']);
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
