/** Copies a file's bytes into the originals store. */
import type { FileHandle } from 'node:fs/promises';
import { CHUNK_BYTES, type OriginalsStore, type OriginalWriter } from '../library/originals.ts';
import { fail } from '../../shared/failure.ts';
import { FileProblem } from './file-problem.ts';
import { digestFile, type FileDigest } from './hash.ts';

/**
 * Does nothing when the bytes are there already, as after a crash. Hashes once more while copying, so that what is stored
 * is what its name says.
 * @throws FileProblem `changed-while-reading`; FailureError `cancelled`; SQLite's own errors when the store cannot be written.
 */
export async function storeOriginal(
  originals: OriginalsStore,
  file: FileHandle,
  { sha256, size }: FileDigest,
  signal: AbortSignal,
): Promise<void> {
  if (originals.has(sha256)) return;
  const writer = originals.write(sha256, size);
  try {
    const copied = await digestFile(file, CHUNK_BYTES, (chunk) => {
      throwIfCancelled(signal);
      writer.append(chunk);
    });
    if (copied.sha256 !== sha256) throw new FileProblem('changed-while-reading');
    writer.finish();
  } catch (error) {
    abandon(writer);
    throw error;
  }
}

/** Gives the room back, on a full disk above all. Where even that fails, the next opening sweeps. */
function abandon(writer: OriginalWriter): void {
  try {
    writer.abandon();
  } catch {
    // What stopped the writing is what the person has to know.
  }
}

/** Between two pieces of a large file. @throws FailureError `cancelled`. */
export function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw fail({ kind: 'cancelled' });
}
