/** Originals for readers that take large ranges: pdf.js joins neighbouring ones, a text is decoded as a whole. */
import { setImmediate } from 'node:timers/promises';
import type { ByteSource } from '../../shared/extraction/byte-source.ts';
import { CHUNK_BYTES, type OriginalsStore } from './originals.ts';

/** Bytes; decrypting a megabyte takes some 6 ms. */
const STEP_BYTES = 4 * CHUNK_BYTES;

/** Reads in steps between which the process answers others. `read` rejects with FailureError `not-found`. */
export function originalSource(
  originals: OriginalsStore,
  { sha256, size }: { readonly sha256: string; readonly size: number },
): ByteSource {
  return {
    size,
    async read(begin, end) {
      const last = Math.min(end, size);
      if (last - begin <= STEP_BYTES) return originals.read(sha256, begin, last);
      const whole = new Uint8Array(last - begin);
      for (let at = begin; at < last; at += STEP_BYTES) {
        whole.set(originals.read(sha256, at, Math.min(last, at + STEP_BYTES)), at - begin);
        await setImmediate();
      }
      return whole;
    },
  };
}
