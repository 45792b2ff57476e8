/** Clears the bytes that a crash or a cancelled import left without a document. */
import type { OpenLibrary } from '../library/library.ts';
import { listSha256 } from '../library/queries/document.ts';

/** To be called when a library is opened, before an import runs. Answers how many originals were removed. */
export function sweepOriginals({ database, originals }: OpenLibrary): number {
  return originals.sweep(listSha256(database));
}
