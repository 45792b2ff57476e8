/** What a segment knows of its pages; `local` is the position in this list. */
import { FIELDS } from '../fields.ts';
import { guessCode, type LanguageGuess } from '../analysis/language.ts';
import { ByteReader, ByteWriter } from './varint.ts';

export interface IndexedPage {
  readonly documentId: number;
  /** 1-based. */
  readonly page: number;
  /** Of the body: chooses the stemmers. */
  readonly guess: LanguageGuess;
  /** Of title and note, to see which pages a change of them touches. */
  readonly fingerprint: number;
  /** Indexed words per field (stop words are not counted): Lunr's field length. */
  readonly lengths: readonly number[];
}

/** The same as columns: a hundred thousand pages as objects would take ten times the memory. */
export interface PageColumns {
  readonly size: number;
  readonly documentIds: Int32Array;
  readonly pageNumbers: Int32Array;
  /** `guessCode` of each page. */
  readonly guesses: Uint8Array;
  readonly fingerprints: Float64Array;
  /** One list per field. */
  readonly lengths: readonly Uint32Array[];
}

/** Document and fingerprint are 0 where they are those of the page before; pages of one document stand together. */
export function encodePages(pages: readonly IndexedPage[]): Buffer {
  const writer = new ByteWriter();
  writer.write(pages.length);
  let document = 0;
  let fingerprint = -1;
  for (const page of pages) {
    writer.write(page.documentId === document ? 0 : page.documentId);
    writer.write(page.page);
    writer.write(guessCode(page.guess));
    writer.write(page.fingerprint === fingerprint ? 0 : page.fingerprint + 1);
    for (const length of page.lengths) writer.write(length);
    document = page.documentId;
    fingerprint = page.fingerprint;
  }
  return writer.take();
}

export function decodePages(bytes: Uint8Array): PageColumns {
  const reader = new ByteReader(bytes);
  const size = bytes.length === 0 ? 0 : reader.read();
  const columns = {
    size,
    documentIds: new Int32Array(size),
    pageNumbers: new Int32Array(size),
    guesses: new Uint8Array(size),
    fingerprints: new Float64Array(size),
    lengths: FIELDS.map(() => new Uint32Array(size)),
  };
  let document = 0;
  let fingerprint = 0;
  for (let local = 0; local < size; local += 1) {
    document = reader.read() || document;
    columns.documentIds[local] = document;
    columns.pageNumbers[local] = reader.read();
    columns.guesses[local] = reader.read();
    const changed = reader.read();
    if (changed > 0) fingerprint = changed - 1;
    columns.fingerprints[local] = fingerprint;
    for (const lengths of columns.lengths) lengths[local] = reader.read();
  }
  return columns;
}
