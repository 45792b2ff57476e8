/** The text of `keys.json`: what is in it, and whether it is whole. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { base64Of, keySlotSchema, newSlotId, type KeySlot } from './key-slot.ts';

export const KEYS_FORMAT_VERSION = 2;
const MOST_SLOTS_READ = 16;
const CHECK_BYTES = 16;

/** What `keys.json` says. */
export interface KeysFile {
  readonly libraryId: string;
  /** Grows with every write: of the file and its twin the one with the greater number counts. */
  readonly revision: number;
  /** See `checkOfKey`; null in a file of the first format until the library is unlocked the next time. */
  readonly check: string | null;
  readonly slots: readonly KeySlot[];
}

/** What is written: always of the present format. */
export type CompleteKeysFile = KeysFile & { readonly check: string };

export type KeysFileReading =
  { kind: 'valid'; file: KeysFile } | { kind: 'damaged' } | { kind: 'newer'; found: number };

const formatSchema = z.object({ format: z.literal('kartoteka-keys'), version: z.int().positive() });

const firstSchema = z.strictObject({
  format: z.literal('kartoteka-keys'),
  version: z.literal(1),
  libraryId: z.uuid(),
  slots: z
    .array(keySlotSchema.omit({ id: true }))
    .min(1)
    .max(MOST_SLOTS_READ),
});

const secondSchema = z.strictObject({
  format: z.literal('kartoteka-keys'),
  version: z.literal(KEYS_FORMAT_VERSION),
  libraryId: z.uuid(),
  revision: z.int().positive(),
  check: base64Of(CHECK_BYTES),
  slots: z.array(keySlotSchema).min(1).max(MOST_SLOTS_READ),
  checksum: z.string(),
});

export function formatKeysFile(file: CompleteKeysFile): string {
  const { libraryId, revision, check, slots } = file;
  const content = {
    format: 'kartoteka-keys',
    version: KEYS_FORMAT_VERSION,
    libraryId,
    revision,
    check,
    slots,
    checksum: checksumOf(file),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

export function parseKeysFile(text: string): KeysFileReading {
  const json = parseJson(text);
  const second = secondSchema.safeParse(json);
  if (second.success) {
    const { libraryId, revision, check, slots, checksum } = second.data;
    const file = { libraryId, revision, check, slots };
    return checksum === checksumOf(file) ? { kind: 'valid', file } : { kind: 'damaged' };
  }
  const first = firstSchema.safeParse(json);
  if (first.success) {
    const slots = first.data.slots.map((slot) => ({ id: newSlotId(), ...slot }));
    const { libraryId } = first.data;
    return { kind: 'valid', file: { libraryId, revision: 0, check: null, slots } };
  }
  const later = formatSchema.safeParse(json);
  return later.success && later.data.version > KEYS_FORMAT_VERSION
    ? { kind: 'newer', found: later.data.version }
    : { kind: 'damaged' };
}

/** Finds a flipped bit that a schema cannot see: in a salt, it would look like a wrong passphrase. */
function checksumOf({ libraryId, revision, check, slots }: KeysFile): string {
  const flat = slots.map(({ id, kind, kdf, nonce, wrapped }) => [
    id,
    kind,
    [kdf.name, kdf.memoryKiB, kdf.passes, kdf.lanes, kdf.salt],
    nonce,
    wrapped,
  ]);
  return createHash('sha256')
    .update(JSON.stringify([libraryId, revision, check, flat]))
    .digest('hex');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
