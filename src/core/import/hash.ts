/** One pass over a file: its SHA-256, its size and its first bytes. */
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { FileProblem, readingFile } from './file-problem.ts';

export interface FileDigest {
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  /** The beginning of the file, for detection: at most HEAD_BYTES. */
  readonly head: Uint8Array;
}

export const HEAD_BYTES = 64 * 1024;

/**
 * Hands the file's bytes to `take` in pieces of `chunkBytes` (only the last is shorter) and hashes them.
 * @throws FileProblem `changed-while-reading` when size or time of change differ after the pass, or another when the
 *   system refuses to read; whatever `take` throws.
 */
export async function digestFile(
  file: FileHandle,
  chunkBytes: number,
  take: (chunk: Uint8Array) => void = () => undefined,
): Promise<FileDigest> {
  const before = await readingFile(() => file.stat({ bigint: true }));
  const hash = createHash('sha256');
  const buffer = new Uint8Array(chunkBytes);
  let head = new Uint8Array();
  let size = 0;
  for (;;) {
    const position = size;
    const filled = await readingFile(() => fill(file, buffer, position));
    if (filled === 0) break;
    const chunk = buffer.subarray(0, filled);
    if (size === 0) head = chunk.slice(0, HEAD_BYTES);
    hash.update(chunk);
    take(chunk);
    size += filled;
    if (filled < buffer.length) break;
  }
  const after = await readingFile(() => file.stat({ bigint: true }));
  if (
    after.mtimeNs !== before.mtimeNs ||
    after.size !== before.size ||
    after.size !== BigInt(size)
  ) {
    throw new FileProblem('changed-while-reading');
  }
  return { sha256: hash.digest('hex'), size, head };
}

/** Reads until the buffer is full or the file ends. */
async function fill(file: FileHandle, buffer: Uint8Array, position: number): Promise<number> {
  let filled = 0;
  while (filled < buffer.length) {
    const { bytesRead } = await file.read(
      buffer,
      filled,
      buffer.length - filled,
      position + filled,
    );
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled;
}
