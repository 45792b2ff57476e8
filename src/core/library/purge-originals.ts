/** Removes the original bytes of deleted documents when nothing can bring them back any more. */
import type { OpenLibrary } from './open-library.ts';
import { noteTraces } from './traces.ts';

/**
 * To be called when the library is closed and, for what a crash left, when it is opened: never while a deletion can be
 * undone. Bytes that were imported again meanwhile stay. Answers how many originals went.
 */
export function purgeOriginals({
  database,
  originals,
}: Pick<OpenLibrary, 'database' | 'originals'>): number {
  const deleted = database
    .prepare<[], string>(
      `SELECT sha256 FROM original_to_purge
        WHERE sha256 NOT IN (SELECT sha256 FROM source_document)`,
    )
    .pluck()
    .all();
  if (deleted.length > 0) noteTraces(database, 'originals');
  for (const sha256 of deleted) originals.remove(sha256);
  database.prepare('DELETE FROM original_to_purge').run();
  return deleted.length;
}
