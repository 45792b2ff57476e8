/** Bytes of a text file to canonical text, in steps short enough to leave the process responsive. */
import iconv from 'iconv-lite';
import { setImmediate } from 'node:timers/promises';
import { canonicaliseText } from '../../../shared/extraction/canonical-text.ts';
import { detectEncoding, encodingOf, UTF8 } from './detect-encoding.ts';
import { ENCODED_TWICE, isEncodedTwice, undoSecondEncoding } from './encoded-twice.ts';

export interface DecodedText {
  /** Canonical: NFC, LF, no byte order mark. */
  readonly text: string;
  /** WHATWG label where there is one, or ENCODED_TWICE. */
  readonly encoding: string;
}

/** Bytes decoded in one go, about 10 ms. */
const STEP_BYTES = 1024 * 1024;

/**
 * Never fails: what is not valid in the encoding becomes U+FFFD.
 * @param chosen label of an encoding that a person says it is; it is detected when left out.
 */
export async function decodeText(bytes: Uint8Array, chosen?: string): Promise<DecodedText> {
  const { label, name } = chosen === undefined ? detectEncoding(bytes) : encodingOf(chosen);
  const isTwice =
    chosen === undefined ? label === UTF8.label && isEncodedTwice(bytes) : chosen === ENCODED_TWICE;
  const finish = (part: string): string =>
    canonicaliseText(isTwice ? undoSecondEncoding(part) : part);
  const decoder = iconv.getDecoder(name, { stripBOM: true });
  const parts: string[] = [];
  let rest = '';
  for (let from = 0; from < bytes.length; from += STEP_BYTES) {
    const step = bytes.subarray(from, from + STEP_BYTES);
    const decoded = rest + decoder.write(Buffer.from(step.buffer, step.byteOffset, step.length));
    const end = safeCut(decoded);
    parts.push(finish(decoded.slice(0, end)));
    rest = decoded.slice(end);
    if (from > 0) await setImmediate();
  }
  parts.push(finish(rest + (decoder.end() ?? '')));
  return { text: parts.join(''), encoding: isTwice ? ENCODED_TWICE : label };
}

/** Behind the last character that neither joins with what follows (NFC, CR LF, pairs) nor is followed by a join. */
function safeCut(text: string): number {
  for (let end = text.length - 1; end > 0; end -= 1) {
    if (text[end] === ' ' || ((text[end] ?? '') > '\u001f' && (text[end] ?? '') < '\u007f'))
      return end;
  }
  return 0;
}
