/** The keys of one open library in memory. */
import { hkdfSync, randomBytes } from 'node:crypto';
import { KEY_BYTES } from './derive-key.ts';

const CHECK_BYTES = 16;

/** Call `forget` when done; the buffers are overwritten then. */
export interface LibraryKeys {
  readonly libraryId: string;
  /** Opens `library.db`: the data key itself, which the recovery key stands for. */
  readonly database: Buffer;
  /** Opens `originals.db`: derived from the data key (RFC 5869). */
  readonly originals: Buffer;
  forget(): void;
}

export function newDataKey(): Buffer {
  return randomBytes(KEY_BYTES);
}

/** @param dataKey is taken over: `forget` overwrites it */
export function keysOf(libraryId: string, dataKey: Buffer): LibraryKeys {
  const originals = derive(libraryId, dataKey, 'kartoteka originals', KEY_BYTES);
  return {
    libraryId,
    database: dataKey,
    originals,
    forget() {
      dataKey.fill(0);
      originals.fill(0);
    },
  };
}

/**
 * Tells a wrong recovery key from a damaged database without touching the database. Base64 of 16 bytes; it says
 * nothing about a key of 256 random bits.
 */
export function checkOfKey(libraryId: string, dataKey: Uint8Array): string {
  return derive(libraryId, dataKey, 'kartoteka key check', CHECK_BYTES).toString('base64');
}

function derive(libraryId: string, dataKey: Uint8Array, purpose: string, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', dataKey, Buffer.from(libraryId), purpose, bytes));
}
