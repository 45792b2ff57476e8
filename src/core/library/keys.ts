/**
 * `keys.json`: the random data key of a library, wrapped by a key derived from the passphrase. Changing the
 * passphrase rewrites a slot; destroying the file destroys the library.
 */
import { argon2id } from 'hash-wasm';
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { fail } from '../../shared/failure.ts';

/** RFC 9106, memory-constrained recommendation with one lane: the floor that is never undercut. */
const ARGON2_FLOOR = { memoryKiB: 65_536, passes: 3, lanes: 1 } as const;
/** A tampered file must not hang or exhaust the machine; more memory than this the WebAssembly of hash-wasm cannot have. */
const ARGON2_CEILING = { memoryKiB: 1024 * 1024, passes: 20, lanes: 16 } as const;
/** In the library folder. */
export const KEYS_FILE = 'keys.json';
const KEY_BYTES = 32;
const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Base64 of exactly so many bytes. */
const base64Of = (bytes: number) => z.base64().length(4 * Math.ceil(bytes / 3));
const slotSchema = z.strictObject({
  kind: z.literal('passphrase'),
  kdf: z.strictObject({
    name: z.literal('argon2id'),
    memoryKiB: z.int().min(ARGON2_FLOOR.memoryKiB).max(ARGON2_CEILING.memoryKiB),
    passes: z.int().min(ARGON2_FLOOR.passes).max(ARGON2_CEILING.passes),
    lanes: z.int().min(1).max(ARGON2_CEILING.lanes),
    salt: base64Of(SALT_BYTES),
  }),
  nonce: base64Of(NONCE_BYTES),
  wrapped: base64Of(KEY_BYTES + TAG_BYTES),
});
const keysFileSchema = z.strictObject({
  format: z.literal('kartoteka-keys'),
  version: z.literal(1),
  libraryId: z.uuid(),
  slots: z.array(slotSchema).min(1).max(16),
});
type KeySlot = z.infer<typeof slotSchema>;
type KeysFile = z.infer<typeof keysFileSchema>;

/** The keys of one library in memory. Call `forget` when done; buffers are overwritten then. */
export interface LibraryKeys {
  readonly libraryId: string;
  readonly database: Buffer;
  readonly originals: Buffer;
  forget(): void;
}

/** Makes a new data key and writes it, wrapped by the passphrase, to `keys.json` in `folder`. */
export async function createKeys(folder: string, passphrase: string): Promise<LibraryKeys> {
  const libraryId = randomUUID();
  const dataKey = randomBytes(KEY_BYTES);
  const slot = await wrap(dataKey, passphrase, libraryId);
  writeKeysFile(folder, { format: 'kartoteka-keys', version: 1, libraryId, slots: [slot] });
  return deriveKeys(libraryId, dataKey);
}

/**
 * Unwraps the data key.
 * @throws FailureError `library-missing`, `library-damaged` (part `keys`) or `wrong-passphrase`.
 */
export async function unlockKeys(folder: string, passphrase: string): Promise<LibraryKeys> {
  const file = readKeysFile(folder);
  for (const slot of file.slots) {
    const dataKey = await unwrap(slot, passphrase, file.libraryId);
    if (dataKey) return deriveKeys(file.libraryId, dataKey);
  }
  throw fail({ kind: 'wrong-passphrase' });
}

/** `library.db` takes the data key itself, `originals.db` a key derived from it (RFC 5869). */
function deriveKeys(libraryId: string, dataKey: Buffer): LibraryKeys {
  const derived = hkdfSync(
    'sha256',
    dataKey,
    Buffer.from(libraryId),
    'kartoteka originals',
    KEY_BYTES,
  );
  const originals = Buffer.from(derived);
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

async function wrap(dataKey: Buffer, passphrase: string, libraryId: string): Promise<KeySlot> {
  const kdf: KeySlot['kdf'] = {
    name: 'argon2id',
    ...ARGON2_FLOOR,
    salt: randomBytes(SALT_BYTES).toString('base64'),
  };
  const wrappingKey = await deriveWrappingKey(kdf, passphrase);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce);
  cipher.setAAD(boundData(kdf, libraryId));
  const wrapped = Buffer.concat([cipher.update(dataKey), cipher.final(), cipher.getAuthTag()]);
  wrappingKey.fill(0);
  return {
    kind: 'passphrase',
    kdf,
    nonce: nonce.toString('base64'),
    wrapped: wrapped.toString('base64'),
  };
}

async function unwrap(
  slot: KeySlot,
  passphrase: string,
  libraryId: string,
): Promise<Buffer | undefined> {
  const wrapped = Buffer.from(slot.wrapped, 'base64');
  if (wrapped.length !== KEY_BYTES + TAG_BYTES)
    throw fail({ kind: 'library-damaged', part: 'keys' });
  const wrappingKey = await deriveWrappingKey(slot.kdf, passphrase);
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey, Buffer.from(slot.nonce, 'base64'));
  decipher.setAAD(boundData(slot.kdf, libraryId));
  decipher.setAuthTag(wrapped.subarray(KEY_BYTES));
  try {
    return Buffer.concat([decipher.update(wrapped.subarray(0, KEY_BYTES)), decipher.final()]);
  } catch {
    return undefined;
  } finally {
    wrappingKey.fill(0);
  }
}

/** The parameters and the library are authenticated with the key, so neither can be exchanged unnoticed. */
function boundData(kdf: KeySlot['kdf'], libraryId: string): Buffer {
  return Buffer.from(
    JSON.stringify([libraryId, kdf.name, kdf.memoryKiB, kdf.passes, kdf.lanes, kdf.salt]),
  );
}

/** NFKC first: the same passphrase typed on another system must give the same key. */
async function deriveWrappingKey(kdf: KeySlot['kdf'], passphrase: string): Promise<Buffer> {
  const key = await argon2id({
    password: passphrase.normalize('NFKC'),
    salt: Buffer.from(kdf.salt, 'base64'),
    memorySize: kdf.memoryKiB,
    iterations: kdf.passes,
    parallelism: kdf.lanes,
    hashLength: KEY_BYTES,
    outputType: 'binary',
  });
  return Buffer.from(key.buffer, key.byteOffset, key.byteLength);
}

function readKeysFile(folder: string): KeysFile {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(join(folder, KEYS_FILE), 'utf8'));
  } catch (error) {
    if (isMissing(error)) throw fail({ kind: 'library-missing' });
    if (error instanceof SyntaxError) throw fail({ kind: 'library-damaged', part: 'keys' });
    throw error;
  }
  const parsed = keysFileSchema.safeParse(json);
  if (!parsed.success) throw fail({ kind: 'library-damaged', part: 'keys' });
  return parsed.data;
}

/** Written beside and renamed, so that a crash leaves the old file or the new one, never half of one. */
function writeKeysFile(folder: string, file: KeysFile): void {
  const temporary = join(folder, `${KEYS_FILE}.new`);
  const handle = openSync(temporary, 'w', 0o600);
  try {
    writeSync(handle, `${JSON.stringify(file, null, 2)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(temporary, join(folder, KEYS_FILE));
  syncFolder(folder);
  syncFolder(dirname(folder));
}

/** Makes a rename durable; Windows has no handle for a folder and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function isMissing(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'ENOENT' || error.code === 'ENOTDIR')
  );
}
