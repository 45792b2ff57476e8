/**
 * UTF-8 that a program took for Latin-1 and encoded as UTF-8 again («Ð\x9fÑ\x80Ð°Ð²Ð°» for «Права»). It decodes without an error
 * and can be searched by nobody; undoing it is safe, because no text a person wrote is valid UTF-8 when its letters are
 * taken for bytes.
 */
import { looksLikeUtf8 } from './utf8.ts';

/** Stored as the document's encoding. */
export const ENCODED_TWICE = 'utf-8 twice';

/** Fewer letters than this beyond ASCII prove nothing. */
const FEWEST_LETTERS = 16;
const SAMPLE_BYTES = 64 * 1024;

/** @param bytes known to be UTF-8. */
export function isEncodedTwice(bytes: Uint8Array): boolean {
  const sample = new TextDecoder().decode(bytes.subarray(0, SAMPLE_BYTES)).replace(/\ufffd$/u, '');
  const inner = Buffer.from(sample, 'latin1');
  return (
    !/[^\0-\xff]/u.test(sample) &&
    (sample.match(/[\x80-\xff]/gu)?.length ?? 0) >= FEWEST_LETTERS &&
    looksLikeUtf8(inner)
  );
}

/** A part in which a second encoding makes no sense is left as it is. */
export function undoSecondEncoding(part: string): string {
  if (/[^\0-\xff]/u.test(part)) return part;
  return Buffer.from(part, 'latin1').toString('utf8');
}
