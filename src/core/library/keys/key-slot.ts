/** A key slot: the data key, wrapped by a key derived from one passphrase. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { argonCostShape, type ArgonCost } from './argon-cost.ts';
import { deriveKey, KEY_BYTES } from './derive-key.ts';

const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const ID_BYTES = 8;

/** Base64 of exactly so many bytes. */
export const base64Of = (bytes: number) => z.base64().length(4 * Math.ceil(bytes / 3));

export const kdfSchema = z.strictObject({
  name: z.literal('argon2id'),
  ...argonCostShape,
  salt: base64Of(SALT_BYTES),
});

/** Neither a name nor a date: whose passphrase it is stands in the encrypted library only. */
export const keySlotSchema = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{16}$/),
  kind: z.literal('passphrase'),
  kdf: kdfSchema,
  nonce: base64Of(NONCE_BYTES),
  wrapped: base64Of(KEY_BYTES + TAG_BYTES),
});
export type KeySlot = z.infer<typeof keySlotSchema>;

export function newSlotId(): string {
  return randomBytes(ID_BYTES).toString('hex');
}

export async function wrapKey(
  dataKey: Uint8Array,
  passphrase: Uint8Array,
  { libraryId, id, cost }: { libraryId: string; id: string; cost: ArgonCost },
): Promise<KeySlot> {
  const salt = randomBytes(SALT_BYTES);
  const { memoryKiB, passes, lanes } = cost;
  const kdf: KeySlot['kdf'] = {
    name: 'argon2id',
    memoryKiB,
    passes,
    lanes,
    salt: salt.toString('base64'),
  };
  const wrappingKey = await deriveKey(passphrase, salt, cost);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce);
  wrappingKey.fill(0);
  cipher.setAAD(boundData(kdf, libraryId));
  const wrapped = Buffer.concat([cipher.update(dataKey), cipher.final(), cipher.getAuthTag()]);
  return {
    id,
    kind: 'passphrase',
    kdf,
    nonce: nonce.toString('base64'),
    wrapped: wrapped.toString('base64'),
  };
}

/** The data key, or undefined when the passphrase is not that of the slot. */
export async function unwrapKey(
  slot: KeySlot,
  passphrase: Uint8Array,
  libraryId: string,
): Promise<Buffer | undefined> {
  const wrapped = Buffer.from(slot.wrapped, 'base64');
  const wrappingKey = await deriveKey(passphrase, Buffer.from(slot.kdf.salt, 'base64'), slot.kdf);
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey, Buffer.from(slot.nonce, 'base64'));
  wrappingKey.fill(0);
  decipher.setAAD(boundData(slot.kdf, libraryId));
  decipher.setAuthTag(wrapped.subarray(KEY_BYTES));
  // GCM gives all of the plain text here, before it is known to be authentic.
  const dataKey = decipher.update(wrapped.subarray(0, KEY_BYTES));
  try {
    decipher.final();
    return dataKey;
  } catch {
    dataKey.fill(0);
    return undefined;
  }
}

/** The parameters and the library are authenticated with the key, so neither can be exchanged unnoticed. */
function boundData(kdf: KeySlot['kdf'], libraryId: string): Buffer {
  return Buffer.from(
    JSON.stringify([libraryId, kdf.name, kdf.memoryKiB, kdf.passes, kdf.lanes, kdf.salt]),
  );
}
