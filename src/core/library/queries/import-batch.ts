/** The import queue: batches of files and how each of them ended. Paths stand nowhere else than here. */
import type { ImportBatch, ImportOutcome, SkipReason } from '../../../shared/domain/job.ts';
import type { UnreadableReason } from '../../../shared/domain/source-document.ts';
import type { LibraryDatabase } from '../connection.ts';

/**
 * `counting`: its files are still looked for; `running`: so it is found when the process died; `waiting`: stopped in
 * order, goes on at the next opening; `paused`: a person has to say that it goes on.
 */
export type BatchState = ImportBatch['state'];

export interface ImportItem {
  readonly id: number;
  readonly path: Buffer<ArrayBuffer>;
  /** Null while the file waits. */
  readonly outcome: ImportOutcome | null;
  /** Pages without text, and pages whose text is garbled, of the document the file became. */
  readonly pagesWithoutText: number;
  readonly pagesGarbled: number;
  readonly pages: number;
  /** How often the program died over it. */
  readonly attempts: number;
}

const NUL = '\0';

/** @param roots absolute paths of files and folders. */
export function createBatch(database: LibraryDatabase, roots: readonly string[]): number {
  const { lastInsertRowid } = database
    .prepare("INSERT INTO import_batch (roots, state, created_at) VALUES (?, 'counting', ?)")
    .run(Buffer.from(roots.join(NUL)), new Date().toISOString());
  return Number(lastInsertRowid);
}

export function batchRoots(database: LibraryDatabase, batchId: number): string[] {
  const roots = database
    .prepare<[number], Buffer>('SELECT roots FROM import_batch WHERE id = ?')
    .pluck()
    .get(batchId);
  return roots === undefined ? [] : roots.toString('utf8').split(NUL);
}

/** For when its files are found: what was given may be the path of a file whose document is deleted later. */
export function forgetRoots(database: LibraryDatabase, batchId: number): void {
  database.prepare("UPDATE import_batch SET roots = x'' WHERE id = ?").run(batchId);
}

export function batchState(database: LibraryDatabase, batchId: number): BatchState | undefined {
  return database
    .prepare<[number], BatchState>('SELECT state FROM import_batch WHERE id = ?')
    .pluck()
    .get(batchId);
}

export function setBatchState(
  database: LibraryDatabase,
  batchId: number,
  state: Exclude<BatchState, 'counting'>,
): void {
  const ended = state === 'done' || state === 'cancelled' ? new Date().toISOString() : null;
  database
    .prepare('UPDATE import_batch SET state = ?, ended_at = ? WHERE id = ?')
    .run(state, ended, batchId);
}

/** Forgets a batch and its report. */
export function deleteBatch(database: LibraryDatabase, batchId: number): void {
  database.prepare('DELETE FROM import_item WHERE batch_id = ?').run(batchId);
  database.prepare('DELETE FROM import_batch WHERE id = ?').run(batchId);
}

/** A batch that was still counted is counted again from the start. */
export function clearItems(database: LibraryDatabase, batchId: number): void {
  database.prepare('DELETE FROM import_item WHERE batch_id = ?').run(batchId);
}

export function addItems(
  database: LibraryDatabase,
  batchId: number,
  files: readonly { readonly path: Uint8Array; readonly outcome: ImportOutcome | null }[],
): void {
  const insert = database.prepare(
    'INSERT INTO import_item (batch_id, path, outcome, reason) VALUES (?, ?, ?, ?)',
  );
  database.transaction(() => {
    for (const { path, outcome } of files) {
      insert.run(batchId, path, outcome?.kind ?? null, outcome && reasonOf(outcome));
    }
  })();
}

/** Where the file ended; to be called in the transaction that makes it so. */
export function settleItem(database: LibraryDatabase, id: number, outcome: ImportOutcome): void {
  const documentId = 'documentId' in outcome ? outcome.documentId : null;
  database
    .prepare('UPDATE import_item SET outcome = ?, reason = ?, document_id = ? WHERE id = ?')
    .run(outcome.kind, reasonOf(outcome), documentId, id);
}

/** A document was read after all: its reports say so. Other names of it stay what they were. */
export function settleDocument(
  database: LibraryDatabase,
  documentId: number,
  outcome: ImportOutcome,
): void {
  database
    .prepare(
      `UPDATE import_item SET outcome = ?, reason = ?
        WHERE document_id = ? AND outcome = 'password-needed'`,
    )
    .run(outcome.kind, reasonOf(outcome), documentId);
}

/** The id of the first file that waits. */
export function nextWaiting(database: LibraryDatabase, batchId: number): number | undefined {
  return database
    .prepare<[number], number>(
      'SELECT id FROM import_item WHERE batch_id = ? AND outcome IS NULL ORDER BY id LIMIT 1',
    )
    .pluck()
    .get(batchId);
}

/** The file that follows in its batch, whether it waits or not. */
export function itemAfter(
  database: LibraryDatabase,
  batchId: number,
  id: number,
): ImportItem | undefined {
  const row = database
    .prepare<[number, number], ItemRow>(
      `${SELECT_ITEM} WHERE item.batch_id = ? AND item.id > ? ORDER BY item.id LIMIT 1`,
    )
    .get(batchId, id);
  return row && toItem(row);
}

export function countItems(database: LibraryDatabase, batchId: number): number {
  return Number(
    database.prepare('SELECT count(*) FROM import_item WHERE batch_id = ?').pluck().get(batchId),
  );
}

export function countAttempt(database: LibraryDatabase, itemId: number): void {
  database.prepare('UPDATE import_item SET attempts = attempts + 1 WHERE id = ?').run(itemId);
}

/** Ends a batch: every file that waits is left out. Answers them. */
export function cancelBatch(database: LibraryDatabase, batchId: number): ImportItem[] {
  return database.transaction(() => {
    const waiting = itemsOf(database, batchId, 'AND item.outcome IS NULL');
    database
      .prepare(
        `UPDATE import_item SET outcome = 'skipped', reason = 'cancelled'
          WHERE batch_id = ? AND outcome IS NULL`,
      )
      .run(batchId);
    setBatchState(database, batchId, 'cancelled');
    return waiting.map((item) => ({ ...item, outcome: CANCELLED }));
  })();
}

const CANCELLED: ImportOutcome = { kind: 'skipped', reason: 'cancelled' };

/** All files of a batch in their order. */
export function listItems(database: LibraryDatabase, batchId: number): ImportItem[] {
  return itemsOf(database, batchId, '');
}

export function getItem(database: LibraryDatabase, id: number): ImportItem | undefined {
  const row = database.prepare<[number], ItemRow>(`${SELECT_ITEM} WHERE item.id = ?`).get(id);
  return row && toItem(row);
}

/** Newest first. */
export function listBatches(database: LibraryDatabase): ImportBatch[] {
  return database
    .prepare<[], ImportBatch>(
      `SELECT id, state, created_at AS createdAt,
              (SELECT count(*) FROM import_item WHERE batch_id = import_batch.id) AS total,
              (SELECT count(*) FROM import_item
                WHERE batch_id = import_batch.id AND outcome IS NOT NULL
                  AND (outcome <> 'skipped' OR reason <> 'cancelled')) AS done
         FROM import_batch ORDER BY id DESC`,
    )
    .all();
}

interface ItemRow {
  id: number;
  path: Buffer<ArrayBuffer>;
  outcome: Exclude<ImportOutcome['kind'], 'waiting'> | null;
  reason: string | null;
  documentId: number | null;
  pagesWithoutText: number | null;
  pagesGarbled: number | null;
  pages: number | null;
  attempts: number;
}

const SELECT_ITEM = `
  SELECT item.id, item.path, item.outcome, item.reason, item.document_id AS documentId, item.attempts,
         pages_without_text AS pagesWithoutText, pages_garbled AS pagesGarbled, pages
    FROM import_item AS item LEFT JOIN source_document ON source_document.id = item.document_id`;

function itemsOf(database: LibraryDatabase, batchId: number, condition: string): ImportItem[] {
  return database
    .prepare<[number], ItemRow>(
      `${SELECT_ITEM} WHERE item.batch_id = ? ${condition} ORDER BY item.id`,
    )
    .all(batchId)
    .map(toItem);
}

function toItem(row: ItemRow): ImportItem {
  return {
    id: row.id,
    path: row.path,
    outcome: outcomeOf(row),
    pagesWithoutText: row.pagesWithoutText ?? 0,
    pagesGarbled: row.pagesGarbled ?? 0,
    pages: row.pages ?? 0,
    attempts: row.attempts,
  };
}

function outcomeOf({ outcome, reason, documentId }: ItemRow): ImportOutcome | null {
  switch (outcome) {
    case null:
      return null;
    case 'deleted':
      return { kind: outcome };
    case 'unreadable':
      return { kind: outcome, documentId, reason: reason as UnreadableReason };
    case 'skipped':
      return { kind: outcome, reason: reason as SkipReason };
    default:
      return { kind: outcome, documentId: documentId ?? 0 };
  }
}

function reasonOf(outcome: ImportOutcome): string | null {
  return 'reason' in outcome ? outcome.reason : null;
}
