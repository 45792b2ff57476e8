/** The first word of every block of a segment: kept in memory, so that a word is found with one read. */
import { ByteReader, ByteWriter } from './varint.ts';

/** Blocks are numbered through: those of terms first, then forms, then names. Packed words, ascending within each. */
export interface Directory {
  readonly terms: readonly string[];
  readonly forms: readonly string[];
  readonly names: readonly string[];
}

export type DictionaryPart = keyof Directory;

export function firstBlock({ terms, forms }: Directory, part: DictionaryPart): number {
  if (part === 'terms') return 0;
  return part === 'forms' ? terms.length : terms.length + forms.length;
}

/** Position of the last first word that is not after `packed`; -1 when all are. */
export function blockAt(firstWords: readonly string[], packed: string): number {
  let from = 0;
  let to = firstWords.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((firstWords[middle] ?? '') <= packed) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}

export function encodeDirectory({ terms, forms, names }: Directory): Buffer {
  const writer = new ByteWriter();
  for (const firstWords of [terms, forms, names]) {
    writer.write(firstWords.length);
    for (const word of firstWords) {
      writer.write(word.length);
      writer.writePacked(word);
    }
  }
  return writer.take();
}

export function decodeDirectory(bytes: Uint8Array): Directory {
  const reader = new ByteReader(bytes);
  const readWords = (): string[] =>
    Array.from({ length: reader.read() }, () => reader.readPacked(reader.read()));
  return { terms: readWords(), forms: readWords(), names: readWords() };
}
