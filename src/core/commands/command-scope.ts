/** What every command is given and what it answers. */
import type { LabelRef } from '../../shared/domain/label.ts';
import type { DocumentContent } from '../import/document-content.ts';
import type { LibraryDatabase } from '../library/connection.ts';
import type { RowJournal } from './row-journal.ts';

/** What commands work with. `now` is an ISO 8601 instant, so that tests can fix the clock. */
export interface CommandScope {
  readonly database: LibraryDatabase;
  readonly journal: RowJournal;
  readonly now: string;
  /** Read before the transaction, for `document.encoding` only. */
  readonly decoded: DocumentContent | null;
}

export interface CommandEffect {
  readonly passageIds: readonly number[];
  readonly label: LabelRef | null;
}
