/** What it costs to add a report to a library and to remove it. */
import type { LibraryDatabase } from '../src/core/library/connection.ts';
import { openSearchIndex } from '../src/core/search/open-search-index.ts';
import type { SearchIndex } from '../src/core/search/search-index.ts';
import { quantile, time } from './measures.ts';
import type { ReportTexts } from './search-corpus.ts';
import { fill, PAGES_OF_A_REPORT } from './search-library.ts';

const ROUNDS = 7;

/** Milliseconds for a report of 50 pages, the median of some. */
export interface Changes {
  readonly add: number;
  readonly addToSmall: number;
  readonly remove: number;
}

/** Both libraries in turn, so that the ratio holds on a busy machine. */
export function change(
  filled: LibraryDatabase,
  small: LibraryDatabase,
  texts: ReportTexts,
): Changes {
  const inFilled: Change[] = [];
  const inSmall: Change[] = [];
  const indexes = [openSearchIndex(filled), openSearchIndex(small)] as const;
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    inFilled.push(addAndRemove(filled, indexes[0], texts, `added${turn}-`));
    inSmall.push(addAndRemove(small, indexes[1], texts, `added${turn}-`));
  }
  const median = (changes: readonly Change[], kind: keyof Change): number =>
    quantile(
      changes.map((of) => of[kind]),
      0.5,
    );
  return {
    add: median(inFilled, 'add'),
    addToSmall: median(inSmall, 'add'),
    remove: median(inFilled, 'remove'),
  };
}

interface Change {
  readonly add: number;
  readonly remove: number;
}

function addAndRemove(
  database: LibraryDatabase,
  index: SearchIndex,
  texts: ReportTexts,
  mark: string,
): Change {
  const { documentIds } = fill(database, texts, PAGES_OF_A_REPORT, mark);
  const [id = 0] = documentIds;
  const add = time(() => {
    database.transaction(() => {
      index.addDocument(id);
    })();
  });
  const remove = time(() => {
    database.transaction(() => {
      index.removeDocument(id);
    })();
  });
  database.prepare('DELETE FROM source_document WHERE id = ?').run(id);
  return { add, remove };
}
