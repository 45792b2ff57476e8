/**
 * The other side of forgetting: entries of the dictionary whose term still stands on pages are looked for on those pages and
 * put back where they are found. Which ones they are stays in memory. That some are missing stands in the library, so
 * that after a closing in the middle of it the next session looks through all pages.
 */
import type { LibraryDatabase } from '../../library/connection.ts';
import { getSetting, putSetting } from '../../library/queries/setting.ts';
import type { Analysis } from '../analysis/analyser.ts';
import { foldWord } from '../analysis/fold.ts';
import { eachWord } from '../analysis/words.ts';
import type { IndexViewCache } from '../index/index-view.ts';
import { nextPage, readPage } from '../index/page-source.ts';
import { prepared } from '../index/prepared.ts';
import { SegmentBuilder } from '../index/segment-builder.ts';
import {
  insertForm,
  insertName,
  touchGeneration,
  writeDictionary,
} from '../index/segment-store.ts';
import { PostingReader } from '../index/term-postings.ts';
import { nameKeys } from '../names/name-key.ts';
import type { Doubtful } from './forget-words.ts';
import { isCapitalised } from './removed-words.ts';

/** Stands in the library while forms may be missing from its dictionary. */
const INCOMPLETE = 'search-forms-incomplete';

interface Hunt extends Doubtful {
  /** Pages that have the term, to be looked at from the end; not known before its turn comes. */
  pages: PageId[] | undefined;
}

interface PageId {
  readonly documentId: number;
  readonly page: number;
}

export class FormRecall {
  readonly #database: LibraryDatabase;
  readonly #analysis: Analysis;
  readonly #views: IndexViewCache;
  readonly #postings: PostingReader;
  /** By term. */
  readonly #hunts = new Map<string, Hunt>();
  /** Pages looked at for all present hunts. */
  readonly #looked = new Set<string>();
  /** Row id of the page looked at last, while all pages are looked at. */
  #allAfter: number | undefined;

  constructor(database: LibraryDatabase, analysis: Analysis, views: IndexViewCache) {
    this.#database = database;
    this.#analysis = analysis;
    this.#views = views;
    this.#postings = new PostingReader(database);
    this.restart();
  }

  /** For when a step was rolled back: looks through all pages if anything may be missing. */
  restart(): void {
    this.#hunts.clear();
    const incomplete = getSetting(this.#database, INCOMPLETE) !== undefined;
    this.#allAfter = incomplete ? 0 : undefined;
  }

  /**
   * Looks for entries that were taken out, inside the transaction that did so.
   * @param budgetMs milliseconds; what is not found by then is left to `step`.
   */
  begin(doubtful: readonly Doubtful[], budgetMs: number): void {
    if (doubtful.length === 0) return;
    const end = performance.now() + budgetMs;
    const find = prepared<string>(this.#database, 'SELECT term FROM search_term WHERE id = ?');
    for (const { termId, forms, keys } of doubtful) {
      const term = find.pluck().get(termId) ?? '';
      const before = this.#hunts.get(term);
      for (const form of before?.forms ?? []) forms.add(form);
      for (const key of before?.keys ?? []) keys.add(key);
      this.#hunts.set(term, { termId, forms, keys, pages: undefined });
    }
    this.#looked.clear();
    while (this.#hunts.size > 0 && performance.now() < end) this.#lookOnNext();
    if (this.#hunts.size > 0) putSetting(this.#database, INCOMPLETE, '1');
  }

  /** Looks on one page; false when nothing is missing. */
  step(): boolean {
    if (this.#hunts.size > 0) this.#lookOnNext();
    else if (this.#allAfter !== undefined) this.#recallNextPage(this.#allAfter);
    else return false;
    if (this.#hunts.size === 0 && this.#allAfter === undefined) {
      putSetting(this.#database, INCOMPLETE, null);
    }
    return true;
  }

  /** Looks on the next page of the first hunt, for all of them. */
  #lookOnNext(): void {
    const [first] = this.#hunts;
    if (!first) return;
    const [term, hunt] = first;
    hunt.pages ??= this.#pagesWith(hunt.termId);
    const place = hunt.pages.pop();
    if (!place) {
      this.#hunts.delete(term);
      return;
    }
    const name = `${place.documentId}/${place.page}`;
    if (this.#looked.has(name)) return;
    this.#looked.add(name);
    const texts = readPage(this.#database, place.documentId, place.page)?.texts ?? [];
    let found = 0;
    for (const text of texts) eachWord(text, (word) => (found += this.#recall(word)));
    if (found > 0) touchGeneration(this.#database);
  }

  #pagesWith(termId: number): PageId[] {
    const view = this.#views.current();
    const slots = new Set<number>();
    for (const { fields } of this.#postings.read(view, [termId]).values()) {
      for (const field of fields) for (const slot of field.slots) slots.add(slot);
    }
    return Array.from(slots, (slot) => ({
      documentId: view.documentIds[slot] ?? 0,
      page: view.pageNumbers[slot] ?? 0,
    }));
  }

  /** Puts the entries back that a word on a page vouches for; answers how many. */
  #recall(word: string): number {
    let found = 0;
    for (const term of this.#analysis.queryTerms(word)) {
      const hunt = this.#hunts.get(term);
      if (!hunt) continue;
      const { termId, forms, keys } = hunt;
      const form = foldWord(word);
      if (forms.delete(form) && insertForm(this.#database, form, termId)) found += 1;
      if (keys.size > 0 && isCapitalised(word)) {
        for (const key of nameKeys(word)) {
          if (keys.delete(key) && insertName(this.#database, key, termId, word)) found += 1;
        }
      }
      if (forms.size + keys.size === 0) this.#hunts.delete(term);
    }
    return found;
  }

  #recallNextPage(after: number): void {
    const place = nextPage(this.#database, after);
    this.#allAfter = place?.id;
    const text = place && readPage(this.#database, place.documentId, place.page);
    if (!text) return;
    const builder = new SegmentBuilder(this.#analysis);
    builder.add(place.documentId, text);
    const find = prepared<number>(this.#database, 'SELECT id FROM search_term WHERE term = ?');
    const termIds = new Map<string, number>();
    for (const term of builder.terms.keys()) {
      const id = find.pluck().get(term);
      if (id !== undefined) termIds.set(term, id);
    }
    if (writeDictionary(this.#database, builder, termIds) > 0) touchGeneration(this.#database);
  }
}
