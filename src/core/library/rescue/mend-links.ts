/** Makes rescued rows fit together again: what others need and is lost gets a stand-in, what leads nowhere goes. */
import type { LibraryDatabase } from '../connection.ts';
import { foldName } from '../../../shared/domain/fold-name.ts';
import type { Tallies } from './tallies.ts';

/** The words of a stand-in, for example «Rescued report 7». */
export type NameStandIn = (noun: 'document' | 'tag' | 'case' | 'event', id: number) => string;

/**
 * A lost row of a document must not take its pages and passages with it, nor a lost tag the passages that have it.
 * @param now ISO 8601, for what has to have a time
 */
export function mendLinks(
  database: LibraryDatabase,
  tallies: Tallies,
  nameOf: NameStandIn,
  now: string,
): void {
  database.transaction(() => {
    standInForDocuments(database, tallies, nameOf, now);
    standInForLabels(database, tallies, nameOf, now);
    cutTagCircles(database);
    removeLooseEnds(database);
    countMissingPages(database, tallies);
  })();
}

function standInForDocuments(
  database: LibraryDatabase,
  tallies: Tallies,
  nameOf: NameStandIn,
  now: string,
): void {
  const insert = database.prepare(
    `INSERT INTO source_document (id, title, file_name, kind, state, pages, sha256, size, text_version, imported_at)
     VALUES (@id, @title, @title, 'text', 'imported',
       (SELECT coalesce(max(number), 0) FROM page WHERE document_id = @id), @sha256, 0, 1, @now)`,
  );
  for (const id of missing(database, 'source_document', [
    ['page', 'document_id'],
    ['passage', 'document_id'],
  ])) {
    // No file has this: nobody takes it for the SHA-256 of the original, which is not known any more.
    const sha256 = String(id).padStart(64, '0');
    insert.run({ id, title: nameOf('document', id), sha256, now });
    tallies.doubtful('document', id);
  }
}

function standInForLabels(
  database: LibraryDatabase,
  tallies: Tallies,
  nameOf: NameStandIn,
  now: string,
): void {
  for (const id of missing(database, 'tag', [
    ['passage_tag', 'tag_id'],
    ['tag', 'parent_id'],
  ])) {
    const name = nameOf('tag', id);
    database
      .prepare('INSERT OR IGNORE INTO tag (id, name, folded_name, used_at) VALUES (?, ?, ?, ?)')
      .run(id, name, foldName(name), now);
    tallies.doubtful('tag', id);
  }
  for (const id of missing(database, 'case_file', [['passage_case', 'case_id']])) {
    const title = nameOf('case', id);
    database
      .prepare(
        'INSERT OR IGNORE INTO case_file (id, title, folded_title, used_at) VALUES (?, ?, ?, ?)',
      )
      .run(id, title, foldName(title), now);
    tallies.doubtful('case', id);
  }
  for (const id of missing(database, 'case_event', [['passage_event', 'event_id']])) {
    database
      .prepare('INSERT INTO case_event (id, title, used_at) VALUES (?, ?, ?)')
      .run(id, nameOf('event', id), now);
    tallies.doubtful('event', id);
  }
}

/** Ids that some rows refer to and that no row of the table has. */
function missing(
  database: LibraryDatabase,
  table: string,
  references: readonly (readonly [table: string, column: string])[],
): number[] {
  const referred = references
    .map(([from, column]) => `SELECT "${column}" AS id FROM "${from}" WHERE "${column}" > 0`)
    .join(' UNION ');
  return database
    .prepare<[], number>(
      `SELECT id FROM (${referred}) WHERE id NOT IN (SELECT id FROM "${table}") ORDER BY id`,
    )
    .pluck()
    .all();
}

/** A wrong bit in a parent can close a circle; what draws the tree would go round in it. */
function cutTagCircles(database: LibraryDatabase): void {
  const parents = new Map(
    database
      .prepare<[], { id: number; parent: number | null }>('SELECT id, parent_id AS parent FROM tag')
      .all()
      .map(({ id, parent }) => [id, parent]),
  );
  const cut = database.prepare('UPDATE OR IGNORE tag SET parent_id = NULL WHERE id = ?');
  for (const start of parents.keys()) {
    const seen = new Set<number>();
    for (let id: number | null | undefined = start; typeof id === 'number'; id = parents.get(id)) {
      if (!seen.has(id)) {
        seen.add(id);
        continue;
      }
      cut.run(id);
      parents.set(id, null);
      break;
    }
  }
}

/** Links of lost passages, other names of lost documents. Removing a row can loosen others. */
function removeLooseEnds(database: LibraryDatabase): void {
  for (let tables = tablesWithLooseEnds(database); tables.size > 0;) {
    for (const table of tables) {
      const keys = database.pragma(`foreign_key_list("${table}")`) as {
        table: string;
        from: string;
        to: string;
      }[];
      for (const { table: parent, from, to } of keys) {
        database.exec(
          `DELETE FROM "${table}" WHERE "${from}" IS NOT NULL
             AND "${from}" NOT IN (SELECT "${to}" FROM "${parent}")`,
        );
      }
    }
    tables = tablesWithLooseEnds(database);
  }
}

function tablesWithLooseEnds(database: LibraryDatabase): ReadonlySet<string> {
  const found = database.pragma('foreign_key_check') as { table: string }[];
  return new Set(found.map(({ table }) => table));
}

/** What a document had, and what is there of it now. */
function countMissingPages(database: LibraryDatabase, tallies: Tallies): void {
  const lacking = database
    .prepare<[], number | null>(
      `SELECT sum(pages - stored) FROM (
         SELECT pages, (SELECT count(*) FROM page WHERE document_id = source_document.id) AS stored
           FROM source_document) WHERE stored < pages`,
    )
    .pluck()
    .get();
  tallies.atLeastLost('page', lacking ?? 0);
  database.exec(
    `UPDATE source_document SET pages = (SELECT max(pages, coalesce(max(number), 0)) FROM page
       WHERE document_id = source_document.id)`,
  );
}
