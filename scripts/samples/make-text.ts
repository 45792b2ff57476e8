import iconv from 'iconv-lite';
import { field, type SampleSource } from './sample-source.ts';

/** Encodings the text samples are written in; the Windows one gets the line ends of Windows. */
export type TextEncoding = 'utf-8' | 'windows-1251';

export function textEncoding(source: SampleSource): TextEncoding {
  const name = field(source, 'encoding');
  if (name === 'utf-8' || name === 'windows-1251') return name;
  throw new Error(`${source.file}: unknown encoding ${name}`);
}

/** The bytes of a text sample; throws when a character is missing in its encoding. */
export function makeText(source: SampleSource): Buffer {
  const encoding = textEncoding(source);
  if (encoding === 'utf-8') return Buffer.from(source.body, 'utf8');
  const text = source.body.replaceAll('\n', '\r\n');
  const bytes = iconv.encode(text, encoding);
  if (iconv.decode(bytes, encoding) !== text) {
    throw new Error(`${source.file}: a character is not in ${encoding}`);
  }
  return bytes;
}
