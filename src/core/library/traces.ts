/**
 * Traces of what was deleted. `secure_delete` overwrites deleted rows and freed pages, but not the copies that SQLite leaves
 * in unused corners of pages when it moves rows between them (of 12,000 deleted words 12 were left): only a file written
 * anew has none. That there may be some stands in the library until it was.
 */
import { freemem } from 'node:os';
import type { LibraryDatabase } from './connection.ts';
import { getSetting, putSetting } from './queries/setting.ts';

/** Which file may hold traces, and the setting of `library.db` that says so. */
const DUE = { library: 'traces-due', originals: 'traces-of-originals-due' } as const;
export type TracedFile = keyof typeof DUE;

/** An open library, as far as this goes. */
export interface TracedFiles {
  readonly database: LibraryDatabase;
  readonly originals: { readonly database: LibraryDatabase };
}

/** Up to this size writing anew takes less than half a second, and may be done while a library is being closed. */
export const QUICKLY_PURGED_BYTES = 16 * 1024 * 1024;

/** @param database of `library.db`, also for traces in the originals; called in the transaction that deletes. */
export function noteTraces(database: LibraryDatabase, where: TracedFile): void {
  if (!tracesAreDue(database, where)) putSetting(database, DUE[where], '1');
}

export function tracesAreDue(database: LibraryDatabase, where: TracedFile): boolean {
  return getSetting(database, DUE[where]) !== undefined;
}

/**
 * Writes each file anew that may hold traces. Takes as much memory as the file is large, because temporary files would
 * be readable.
 * @param mostBytes a larger file is left as it is, as is one that half the free memory cannot hold.
 * @throws what SQLite says of a full disk: room for the file once more is needed.
 */
export function purgeTraces({ database, originals }: TracedFiles, mostBytes = Infinity): void {
  for (const [where, file] of [
    ['library', database],
    ['originals', originals.database],
  ] as const) {
    if (!tracesAreDue(database, where)) continue;
    if (sizeOf(file) > Math.min(mostBytes, freemem() / 2)) continue;
    file.exec('VACUUM');
    putSetting(database, DUE[where], null);
  }
}

/** Bytes of the pages in use: what is free is not written. */
function sizeOf(database: LibraryDatabase): number {
  const pragma = (name: string): number => Number(database.pragma(name, { simple: true }));
  return (pragma('page_count') - pragma('freelist_count')) * pragma('page_size');
}
