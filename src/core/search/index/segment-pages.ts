/** What a segment knows of its pages; `local` is the position in this list. */
import { FIELDS } from '../fields.ts';
import { LANGUAGES, type Language } from '../analysis/language.ts';
import { ByteReader, ByteWriter } from './varint.ts';

export interface IndexedPage {
  readonly documentId: number;
  /** 1-based. */
  readonly page: number;
  readonly language: Language;
  /** Of title and note, to see which pages a change of them touches. */
  readonly fingerprint: number;
  /** Indexed words per field (stop words are not counted): Lunr's field length. */
  readonly lengths: readonly number[];
}

export function encodePages(pages: readonly IndexedPage[]): Buffer {
  const writer = new ByteWriter();
  for (const page of pages) {
    writer.write(page.documentId);
    writer.write(page.page);
    writer.write(LANGUAGES.indexOf(page.language));
    writer.write(page.fingerprint);
    for (const length of page.lengths) writer.write(length);
  }
  return writer.take();
}

export function decodePages(bytes: Uint8Array): IndexedPage[] {
  const reader = new ByteReader(bytes);
  const pages: IndexedPage[] = [];
  while (!reader.done) {
    pages.push({
      documentId: reader.read(),
      page: reader.read(),
      language: LANGUAGES[reader.read()] ?? 'other',
      fingerprint: reader.read(),
      lengths: FIELDS.map(() => reader.read()),
    });
  }
  return pages;
}
