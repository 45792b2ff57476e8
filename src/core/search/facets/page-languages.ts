/** The language of every page of the index, read once for each segment: a hundred thousand pages take a tenth of a second. */
import type { LibraryDatabase } from '../../library/connection.ts';
import { guessOfCode } from '../analysis/language.ts';
import type { IndexView, Segment } from '../index/index-view.ts';
import { prepared } from '../index/prepared.ts';
import type { PageColumns } from '../index/segment-pages.ts';

/** Languages are kept as positions in this list, one byte a page. */
const MOST_LANGUAGES = 256;

export class PageLanguages {
  readonly #database: LibraryDatabase;
  readonly #codes: string[] = [];
  /** By local page. A page that gets another language gets another segment. */
  readonly #ofSegments = new WeakMap<PageColumns, Uint8Array>();

  constructor(database: LibraryDatabase) {
    this.#database = database;
  }

  /** ISO 639-1 or `other`, by the position that `ofSlots` answers. */
  get codes(): readonly string[] {
    return this.#codes;
  }

  /** Per slot the position of its language in `codes`. */
  ofSlots(view: IndexView): Uint8Array {
    const languages = new Uint8Array(view.slots);
    for (const segment of view.segments) languages.set(this.#ofSegment(segment), segment.base);
    return languages;
  }

  /** By the language that was detected at import; for pages that have none, by the guess of the index. */
  #ofSegment({ pages }: Segment): Uint8Array {
    let languages = this.#ofSegments.get(pages);
    if (languages) return languages;
    languages = new Uint8Array(pages.size);
    let document = 0;
    let detected = new Map<number, string | null>();
    for (let local = 0; local < pages.size; local += 1) {
      const id = pages.documentIds[local] ?? 0;
      if (id !== document) detected = this.#detected((document = id));
      const guess = guessOfCode(pages.guesses[local] ?? 0).main;
      languages[local] = this.#position(detected.get(pages.pageNumbers[local] ?? 0) ?? guess);
    }
    this.#ofSegments.set(pages, languages);
    return languages;
  }

  #detected(documentId: number): Map<number, string | null> {
    const rows = prepared<[number, string | null]>(
      this.#database,
      'SELECT number, language FROM page WHERE document_id = ?',
    );
    return new Map(rows.raw().all(documentId));
  }

  #position(language: string): number {
    const at = this.#codes.indexOf(language);
    if (at >= 0) return at;
    return Math.min(this.#codes.push(language), MOST_LANGUAGES) - 1;
  }
}
