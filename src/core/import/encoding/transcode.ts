/** What words that were decoded with one encoding are in another. */
import iconv from 'iconv-lite';
import { canonicaliseText } from '../../../shared/extraction/canonical-text.ts';
import { encodingOf } from './detect-encoding.ts';
import { ENCODED_TWICE, undoSecondEncoding } from './encoded-twice.ts';

/** Letters that the cut at either end broke are left out. Words that lost letters when they were decoded come out wrong. */
export function transcode(words: string, from: string, to: string): string {
  return canonicaliseText(decode(encode(words, from), to)).replaceAll(/^\ufffd+|\ufffd+$/gu, '');
}

function encode(words: string, label: string): Buffer {
  const bytes = iconv.encode(words, encodingOf(label).name, { addBOM: false });
  return label === ENCODED_TWICE ? Buffer.from(bytes.toString('latin1')) : bytes;
}

function decode(bytes: Buffer, label: string): string {
  const text = iconv.decode(bytes, encodingOf(label).name, { stripBOM: false });
  return label === ENCODED_TWICE ? undoSecondEncoding(text) : text;
}
