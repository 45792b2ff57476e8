/** The plain snapshot every export format is written from. */
import { assertNever } from '../../shared/assert-never.ts';
import type { Excerpt, ExcerptSelection } from '../../shared/domain/excerpt.ts';
import { fail } from '../../shared/failure.ts';
import type { LibraryDatabase } from '../library/connection.ts';
import {
  listAllExcerpts,
  listExcerptsOf,
  listExcerptsOnPages,
} from '../library/queries/excerpt.ts';
import { labelExists } from '../library/queries/label.ts';
import type { SearchIndex } from '../search/search-index.ts';

/** @throws FailureError `not-found` when the label is not there. */
export function selectExcerpts(
  database: LibraryDatabase,
  search: SearchIndex,
  selection: ExcerptSelection,
): Excerpt[] {
  switch (selection.kind) {
    case 'all':
      return listAllExcerpts(database);
    case 'tag':
    case 'case':
    case 'event':
      if (!labelExists(database, selection.kind, selection.id)) {
        throw fail({ kind: 'not-found', noun: selection.kind });
      }
      return listExcerptsOf(database, selection);
    case 'search':
      return listExcerptsOnPages(database, search.matchingPages(selection.query, selection.choice));
    default:
      return assertNever(selection);
  }
}
