/** Which pages the facets of a query leave; read from the library itself, so that tagging needs no indexing. */
import type { LibraryDatabase } from '../../library/connection.ts';
import { foldName } from '../../library/queries/fold-name.ts';
import { assertNever } from '../../../shared/assert-never.ts';
import { guessOfCode } from '../analysis/language.ts';
import type { IndexView } from '../index/index-view.ts';
import { prepared } from '../index/prepared.ts';
import { FACETS, type FacetFilter } from './facet.ts';
import type { PageMask } from './page-set.ts';

/**
 * Two values of one facet widen the choice (Belarusian or Russian), two facets narrow it.
 * @returns undefined when nothing is filtered.
 */
export function facetPages(
  database: LibraryDatabase,
  view: IndexView,
  filters: readonly FacetFilter[],
): PageMask | undefined {
  if (filters.length === 0) return undefined;
  const left = Uint8Array.from(view.live);
  for (const facet of FACETS) {
    const ofFacet = filters.filter((filter) => filter.facet === facet);
    const wanted = ofFacet.filter(({ excludes }) => !excludes);
    if (wanted.length > 0) {
      const allowed = new Uint8Array(view.slots);
      for (const filter of wanted) markFacet(database, view, filter, allowed);
      for (let slot = 0; slot < left.length; slot += 1) if (allowed[slot] === 0) left[slot] = 0;
    }
    for (const filter of ofFacet.filter(({ excludes }) => excludes)) {
      const excluded = new Uint8Array(view.slots);
      markFacet(database, view, filter, excluded);
      for (let slot = 0; slot < left.length; slot += 1) if (excluded[slot] === 1) left[slot] = 0;
    }
  }
  return left;
}

function markFacet(
  database: LibraryDatabase,
  view: IndexView,
  { facet, value }: FacetFilter,
  mask: PageMask,
): void {
  switch (facet) {
    case 'lang':
      markLanguage(database, view, value, mask);
      return;
    case 'kind': {
      const ids = new Set(
        prepared<number>(database, 'SELECT id FROM source_document WHERE kind = ?')
          .pluck()
          .all(value),
      );
      for (let slot = 0; slot < mask.length; slot += 1) {
        if (ids.has(view.documentIds[slot] ?? 0)) mask[slot] = 1;
      }
      return;
    }
    case 'tag':
      markPassages(view, taggedPassages(database, value), mask);
      return;
    case 'case':
      markPassages(view, passagesOfCase(database, value), mask);
      return;
    case 'event':
      markPassages(view, passagesOfEvent(database, value), mask);
      return;
    default:
      assertNever(facet);
  }
}

/** By the language that was detected at import; for pages that are older than that, by the guess of the index. */
function markLanguage(
  database: LibraryDatabase,
  view: IndexView,
  language: string,
  mask: PageMask,
): void {
  const pages = prepared<{ documentId: number; number: number; language: string | null }>(
    database,
    `SELECT document_id AS documentId, number, language FROM page
      WHERE language = ? OR language IS NULL`,
  );
  const detected = new Set<string>();
  const unknown = new Set<string>();
  for (const page of pages.iterate(language)) {
    (page.language === null ? unknown : detected).add(`${page.documentId} ${page.number}`);
  }
  for (let slot = 0; slot < mask.length; slot += 1) {
    const key = `${view.documentIds[slot]} ${view.pageNumbers[slot]}`;
    const isGuess = guessOfCode(view.guesses[slot] ?? 0).main === language;
    if (detected.has(key) || (isGuess && unknown.has(key))) mask[slot] = 1;
  }
}

interface PassagePlace {
  readonly documentId: number;
  readonly startPage: number;
  readonly endPage: number;
}

const PLACE = 'document_id AS documentId, start_page AS startPage, end_page AS endPage';

/** With the tags below the named ones in the tree. */
function taggedPassages(database: LibraryDatabase, name: string): PassagePlace[] {
  return prepared<PassagePlace>(
    database,
    `WITH RECURSIVE chosen (id) AS (
       SELECT id FROM tag WHERE folded_name = ?
       UNION SELECT tag.id FROM tag JOIN chosen ON tag.parent_id = chosen.id
     )
     SELECT ${PLACE} FROM chosen
     JOIN passage_tag ON tag_id = chosen.id JOIN passage ON passage.id = passage_id`,
  ).all(name);
}

function passagesOfCase(database: LibraryDatabase, title: string): PassagePlace[] {
  return prepared<PassagePlace>(
    database,
    `SELECT ${PLACE} FROM case_file
     JOIN passage_case ON case_id = case_file.id JOIN passage ON passage.id = passage_id
     WHERE folded_title = ?`,
  ).all(title);
}

/** Events have no folded title: several may have the same one. */
function passagesOfEvent(database: LibraryDatabase, title: string): PassagePlace[] {
  const events = prepared<{ id: number; title: string }>(
    database,
    'SELECT id, title FROM case_event',
  );
  const select = prepared<PassagePlace>(
    database,
    `SELECT ${PLACE} FROM passage_event JOIN passage ON passage.id = passage_id WHERE event_id = ?`,
  );
  return events
    .all()
    .filter((event) => foldName(event.title) === title)
    .flatMap(({ id }) => select.all(id));
}

function markPassages(view: IndexView, places: readonly PassagePlace[], mask: PageMask): void {
  const pages = new Map<number, Set<number>>();
  for (const { documentId, startPage, endPage } of places) {
    let ofDocument = pages.get(documentId);
    if (!ofDocument) pages.set(documentId, (ofDocument = new Set()));
    for (let page = startPage; page <= endPage; page += 1) ofDocument.add(page);
  }
  for (let slot = 0; slot < mask.length; slot += 1) {
    if (pages.get(view.documentIds[slot] ?? 0)?.has(view.pageNumbers[slot] ?? 0)) mask[slot] = 1;
  }
}
