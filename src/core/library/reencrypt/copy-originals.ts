/** Copies the imported files into a new `originals.db`, in small steps, and reads them back. */
import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import type { LibraryDatabase } from '../connection.ts';

/** 2 MiB a step, so that requests are answered in between. */
const CHUNKS_AT_ONCE = 8;

interface OriginalRow {
  readonly id: number;
  readonly sha256: string;
  readonly size: number;
}

/**
 * @param to has the tables of `openOriginals` and nothing in them
 * @param onBytes hears of the bytes written, then of those read back
 * @throws Error when what was written is not what was read.
 */
export async function copyOriginals(
  from: LibraryDatabase,
  to: LibraryDatabase,
  onBytes: (count: number) => void,
): Promise<void> {
  const originals = from
    .prepare<[], OriginalRow>('SELECT id, sha256, size FROM original WHERE complete = 1')
    .all();
  const addOriginal = to.prepare(
    'INSERT INTO original (id, sha256, size, complete) VALUES (?, ?, ?, 1)',
  );
  const addChunk = to.prepare('INSERT INTO chunk (original_id, position, bytes) VALUES (?, ?, ?)');
  const digests = new Map<number, string>();
  for (const { id, sha256, size } of originals) {
    addOriginal.run(id, sha256, size);
    const digest = await readThrough(from, id, onBytes, (chunks) =>
      to.transaction(() => {
        for (const { position, bytes } of chunks) addChunk.run(id, position, bytes);
      })(),
    );
    digests.set(id, digest);
  }
  const copied = to.prepare<[], number>('SELECT id FROM original').pluck().all();
  if (copied.length !== originals.length) throw new Error('Originals were not all copied');
  for (const id of copied) {
    const digest = await readThrough(to, id, onBytes, () => undefined);
    if (digest !== digests.get(id)) throw new Error('An original was not copied as it is');
  }
}

/** Bytes of work that `copyOriginals` will report. */
export function bytesToCopy(from: LibraryDatabase): number {
  const bytes = from.prepare('SELECT sum(size) FROM original WHERE complete = 1').pluck().get();
  return Number(bytes ?? 0) * 2;
}

interface ChunkRow {
  readonly position: number;
  readonly bytes: Buffer;
}

/** Takes all chunks of an original some at a time; answers the SHA-256 of its bytes. */
async function readThrough(
  database: LibraryDatabase,
  id: number,
  onBytes: (count: number) => void,
  take: (chunks: readonly ChunkRow[]) => void,
): Promise<string> {
  const select = database.prepare<[number, number, number], ChunkRow>(
    'SELECT position, bytes FROM chunk WHERE original_id = ? AND position BETWEEN ? AND ? ORDER BY position',
  );
  const hash = createHash('sha256');
  for (let first = 0; ; first += CHUNKS_AT_ONCE) {
    const chunks = select.all(id, first, first + CHUNKS_AT_ONCE - 1);
    if (chunks.length === 0) return hash.digest('hex');
    take(chunks);
    for (const { bytes } of chunks) hash.update(bytes);
    onBytes(chunks.reduce((sum, { bytes }) => sum + bytes.length, 0));
    await breathe();
  }
}
