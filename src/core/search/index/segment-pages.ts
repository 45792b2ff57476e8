/** What a segment knows of its pages; `local` is the position in this list. */
import { FIELDS } from '../fields.ts';
import { guessCode, guessOfCode, type LanguageGuess } from '../analysis/language.ts';
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

export function encodePages(pages: readonly IndexedPage[]): Buffer {
  const writer = new ByteWriter();
  writer.write(pages.length);
  for (const page of pages) {
    writer.write(page.documentId);
    writer.write(page.page);
    writer.write(guessCode(page.guess));
    writer.write(page.fingerprint);
    for (const length of page.lengths) writer.write(length);
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
  for (let local = 0; local < size; local += 1) {
    columns.documentIds[local] = reader.read();
    columns.pageNumbers[local] = reader.read();
    columns.guesses[local] = reader.read();
    columns.fingerprints[local] = reader.read();
    for (const lengths of columns.lengths) lengths[local] = reader.read();
  }
  return columns;
}

export function pageAt(columns: PageColumns, local: number): IndexedPage {
  return {
    documentId: columns.documentIds[local] ?? 0,
    page: columns.pageNumbers[local] ?? 0,
    guess: guessOfCode(columns.guesses[local] ?? 0),
    fingerprint: columns.fingerprints[local] ?? 0,
    lengths: columns.lengths.map((lengths) => lengths[local] ?? 0),
  };
}
