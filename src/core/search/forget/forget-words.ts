/**
 * Takes the words of removed texts out of the index in the transaction that removes the texts: what a person deletes must
 * not be read out of the dictionary or put together again from posting lists until some later merge.
 */
import type { LibraryDatabase } from '../../library/connection.ts';
import type { IndexView } from '../index/index-view.ts';
import {
  decodePlaces,
  encodeOrdinals,
  encodePostings,
  namesPage,
  onPages,
} from '../index/posting-codec.ts';
import { prepared } from '../index/prepared.ts';
import { startFormSweep } from '../maintenance/sweep.ts';
import { nameKeys } from '../names/name-key.ts';
import { deadPages, type IsDead } from './dead-pages.ts';
import type { RemovedWords } from './removed-words.ts';

/** Entries of the dictionary that were taken out though their term still stands on pages: it may be there in this form. */
export interface Doubtful {
  readonly termId: number;
  readonly forms: Set<string>;
  /** Keys of names. */
  readonly keys: Set<string>;
}

/**
 * @param view of the index after the pages were buried.
 * @returns what has to be looked for on the pages that are left.
 */
export function forgetWords(
  database: LibraryDatabase,
  view: IndexView,
  words: RemovedWords,
): readonly Doubtful[] {
  emptyDeadSegments(database, view);
  const dead = deadPages(database, view);
  const find = prepared<number>(database, 'SELECT id FROM search_term WHERE term = ?').pluck();
  const dropped = new Set<number>();
  for (const term of words.terms) {
    const termId = find.get(term);
    if (termId === undefined || purgePostings(database, termId, dead)) continue;
    prepared(database, 'DELETE FROM search_term WHERE id = ?').run(termId);
    prepared(database, 'DELETE FROM search_name WHERE term_id = ?').run(termId);
    dropped.add(termId);
  }
  const doubtful = new Map<number, Doubtful>();
  const doubt = (termId: number, { form, key }: { form?: string; key?: string }): void => {
    if (dropped.has(termId)) return;
    let of = doubtful.get(termId);
    if (!of) doubtful.set(termId, (of = { termId, forms: new Set(), keys: new Set() }));
    if (form !== undefined) of.forms.add(form);
    if (key !== undefined) of.keys.add(key);
  };
  forgetForms(database, words.forms, doubt);
  forgetNames(database, words.spellings, doubt);
  // Forms of it that came from texts which an older version removed may be left.
  if (dropped.size > 0) startFormSweep(database);
  return [...doubtful.values()];
}

type Doubt = (termId: number, entry: { form?: string; key?: string }) => void;

/** All lists of a segment at once where no page is left, as when a document goes that came last; a merge drops it later. */
function emptyDeadSegments(database: LibraryDatabase, view: IndexView): void {
  const empty = prepared(database, 'DELETE FROM search_posting WHERE segment_id = ?');
  for (const { id, base, pages } of view.segments) {
    const alive = view.live.subarray(base, base + pages.size);
    if (!alive.includes(1)) empty.run(id);
  }
}

/** Removes dead pages from the lists of a term; answers whether a page is left. */
function purgePostings(
  database: LibraryDatabase,
  termId: number,
  dead: ReadonlyMap<number, IsDead>,
): boolean {
  const rows = prepared<{ id: number; state: string; postings: Buffer; ordinals: Buffer }>(
    database,
    `SELECT id, state, postings, ordinals FROM search_segment
     CROSS JOIN search_posting ON segment_id = search_segment.id AND term_id = ?`,
  ).all(termId);
  const update = prepared(
    database,
    'UPDATE search_posting SET postings = ?, ordinals = ? WHERE segment_id = ? AND term_id = ?',
  );
  const remove = prepared(
    database,
    'DELETE FROM search_posting WHERE segment_id = ? AND term_id = ?',
  );
  let stands = false;
  for (const { id, state, postings, ordinals } of rows) {
    const isDead = dead.get(id);
    if (state === 'dropped') remove.run(id, termId);
    else if (!isDead || !namesPage(postings, isDead)) stands = true;
    else {
      const left = onPages(decodePlaces(postings, ordinals), (local) => !isDead(local));
      if (left.every((field) => field === null)) remove.run(id, termId);
      else {
        update.run(encodePostings(left), encodeOrdinals(left), id, termId);
        stands = true;
      }
    }
  }
  return stands;
}

function forgetForms(database: LibraryDatabase, forms: ReadonlySet<string>, doubt: Doubt): void {
  const remove = prepared<number>(
    database,
    'DELETE FROM search_form WHERE form = ? RETURNING term_id',
  ).pluck();
  for (const form of forms) for (const termId of remove.all(form)) doubt(termId, { form });
}

function forgetNames(
  database: LibraryDatabase,
  spellings: ReadonlySet<string>,
  doubt: Doubt,
): void {
  const remove = prepared<number>(
    database,
    'DELETE FROM search_name WHERE key = ? AND spelling = ? RETURNING term_id',
  ).pluck();
  for (const spelling of spellings) {
    for (const key of nameKeys(spelling)) {
      for (const termId of remove.all(key, spelling)) doubt(termId, { key });
    }
  }
}
