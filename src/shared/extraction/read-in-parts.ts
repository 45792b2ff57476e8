/** pdf.js joins neighbouring ranges, so one can be larger than what a cage may ask for at once. */
import { MOST_BYTES_AT_ONCE } from '../drawing/document-bytes.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Reads bytes `begin`..`end` (exclusive) by ranges of at most `MOST_BYTES_AT_ONCE`. @throws what `read` throws. */
export async function readInParts(
  begin: number,
  end: number,
  read: (begin: number, end: number) => Promise<Bytes>,
): Promise<Bytes> {
  if (end - begin <= MOST_BYTES_AT_ONCE) return read(begin, end);
  const parts: Promise<Bytes>[] = [];
  for (let at = begin; at < end; at += MOST_BYTES_AT_ONCE) {
    parts.push(read(at, Math.min(end, at + MOST_BYTES_AT_ONCE)));
  }
  const whole = new Uint8Array(end - begin);
  let filled = 0;
  for (const part of await Promise.all(parts)) {
    whole.set(part, filled);
    filled += part.length;
  }
  return whole;
}
