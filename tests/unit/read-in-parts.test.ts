import { describe, expect, it } from 'vitest';
import { MOST_BYTES_AT_ONCE } from '../../src/shared/drawing/document-bytes.ts';
import { readInParts } from '../../src/shared/extraction/read-in-parts.ts';

interface Asked {
  readonly begin: number;
  readonly end: number;
  answer(filledWith: number): void;
  refuse(error: Error): void;
}

function asking(begin: number, end: number) {
  const asked: Asked[] = [];
  const reading = readInParts(begin, end, (from, to) => {
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array<ArrayBuffer>>();
    const answer = (byte: number): void => resolve(new Uint8Array(to - from).fill(byte));
    asked.push({ begin: from, end: to, answer, refuse: reject });
    return promise;
  });
  return { asked, reading };
}

describe('reading a range in parts', () => {
  it('asks for no more than is allowed at once, and joins what comes in order', async () => {
    const begin = 1_000;
    const second = begin + MOST_BYTES_AT_ONCE;
    const third = second + MOST_BYTES_AT_ONCE;
    const end = third + 12_345;
    const { asked, reading } = asking(begin, end);
    expect(asked).toMatchObject([
      { begin, end: second },
      { begin: second, end: third },
      { begin: third, end },
    ]);
    for (const at of [2, 0, 1]) asked[at]?.answer(at);
    const bytes = await reading;
    expect(bytes).toHaveLength(end - begin);
    const edges = [begin, second - 1, second, third - 1, third, end - 1];
    expect(edges.map((at) => bytes[at - begin])).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it('asks once for a range that is small enough', async () => {
    const { asked, reading } = asking(7, 7 + MOST_BYTES_AT_ONCE);
    expect(asked).toMatchObject([{ begin: 7, end: 7 + MOST_BYTES_AT_ONCE }]);
    asked[0]?.answer(5);
    expect(await reading).toHaveLength(MOST_BYTES_AT_ONCE);
  });

  it('says when one part cannot be had', async () => {
    const { asked, reading } = asking(0, 2 * MOST_BYTES_AT_ONCE);
    asked[1]?.refuse(new Error('made for this test'));
    await expect(reading).rejects.toThrow('made for this test');
  });
});
