/** Takes the imported files out of a damaged `originals.db`. Their SHA-256 tells which are whole, whatever was damaged. */
import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import type { LibraryDatabase } from '../connection.ts';
import type { DatabaseFile } from '../files/database-file.ts';
import { CHUNK_BYTES, type OriginalsStore } from '../originals.ts';
import { readPayload } from './read-payload.ts';
import { readRecord } from './read-record.ts';
import { treePage, type PageScan } from './scan-pages.ts';
import type { Tallies } from './tallies.ts';
import type { Cell } from './tree-page.ts';

/** Where the pieces of one file are, by their position in it. Not the pieces: they can be gigabytes. */
type Pieces = Map<number, Place>;

interface Place {
  readonly page: number;
  /** Among the cells of that page. */
  readonly index: number;
}

/**
 * @param library the new `library.db`, whose documents say which files are wanted
 * @param onFile hears of each file tried; throws to stop
 */
export async function rescueOriginals(
  file: DatabaseFile,
  scan: PageScan,
  library: LibraryDatabase,
  originals: OriginalsStore,
  tallies: Tallies,
  onFile: () => void,
): Promise<void> {
  const { names, pieces } = await findPieces(file, scan);
  const wanted = new Set(
    library.prepare<[], string>('SELECT sha256 FROM source_document').pluck().all(),
  );
  for (const [id, own] of pieces) {
    onFile();
    const { sha256, size } = await hashPieces(file, own);
    // The row with the name may be lost; what a document is waiting for is known all the same.
    if (names.get(id) !== sha256 && !wanted.has(sha256)) continue;
    if (originals.has(sha256)) continue;
    const writer = originals.write(sha256, size);
    for (const bytes of inOrder(file, own)) {
      writer.append(bytes);
      await breathe();
    }
    writer.finish();
    tallies.saved('original');
  }
}

/** Documents of the new library whose file is lost. */
export function documentsWithoutOriginal(
  library: LibraryDatabase,
  originals: OriginalsStore,
  tallies: Tallies,
): readonly number[] {
  const missing = library
    .prepare<[], { id: number; sha256: string }>('SELECT id, sha256 FROM source_document')
    .all()
    .filter(({ sha256 }) => !originals.has(sha256));
  tallies.lost('original', missing.length);
  return missing.map(({ id }) => id);
}

/** Columns of `original`: id, sha256, size, complete. Of `chunk`: original, position, bytes. */
async function findPieces(
  file: DatabaseFile,
  { pages }: PageScan,
): Promise<{ names: Map<number, string>; pieces: Map<number, Pieces> }> {
  const names = new Map<number, string>();
  const pieces = new Map<number, Pieces>();
  for (const [number, { kind }] of pages) {
    if (kind !== 'table-leaf') continue;
    for (const [index, cell] of (treePage(file, number)?.cells ?? []).entries()) {
      const begin = readBegin(cell);
      if (begin?.kind === 'original') names.set(cell.rowid ?? 0, begin.sha256);
      if (begin?.kind !== 'chunk') continue;
      const own: Pieces = pieces.get(begin.original) ?? new Map<number, Place>();
      pieces.set(begin.original, own.set(begin.position, { page: number, index }));
    }
    await breathe();
  }
  return { names, pieces };
}

type Begin =
  { kind: 'original'; sha256: string } | { kind: 'chunk'; original: number; position: number };

/** What a row is, from the part of it that lies on its first page. */
function readBegin({ local, payloadBytes }: Cell): Begin | undefined {
  const whole = local.length === payloadBytes ? readRecord(local) : undefined;
  if (whole?.length === 4) {
    const [, sha256, size, complete] = whole;
    const isOriginal = typeof sha256 === 'string' && typeof size === 'number' && complete === 1;
    return isOriginal ? { kind: 'original', sha256 } : undefined;
  }
  // A chunk is longer than a page; its last column is cut off here, and the others can be read.
  const padded = Buffer.concat([local, Buffer.alloc(payloadBytes - local.length)]);
  const record = readRecord(padded);
  const [original, position, bytes] = record ?? [];
  const isChunk =
    record?.length === 3 &&
    typeof original === 'number' &&
    typeof position === 'number' &&
    Buffer.isBuffer(bytes);
  return isChunk ? { kind: 'chunk', original, position } : undefined;
}

/** Of as much as can be read; when that is not all, the hash is nobody's. */
async function hashPieces(
  file: DatabaseFile,
  pieces: Pieces,
): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  for (const bytes of inOrder(file, pieces)) {
    hash.update(bytes);
    size += bytes.length;
    await breathe();
  }
  return { sha256: hash.digest('hex'), size };
}

function* inOrder(file: DatabaseFile, pieces: Pieces): Generator<Buffer> {
  for (let position = 0; position < pieces.size; position += 1) {
    const place = pieces.get(position);
    const cell = place && treePage(file, place.page)?.cells[place.index];
    const payload = cell && readPayload(file, cell);
    const bytes = payload && readRecord(payload.bytes)?.[2];
    if (!Buffer.isBuffer(bytes) || bytes.length > CHUNK_BYTES) return;
    yield bytes;
  }
}
