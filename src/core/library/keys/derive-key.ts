/** Argon2id: from a passphrase to the key that wraps the data key. */
import { argon2id } from 'hash-wasm';
import { collectGarbage } from '../../collect-garbage.ts';
import type { ArgonCost } from './argon-cost.ts';

export const KEY_BYTES = 32;

/** @returns 32 bytes; the caller overwrites them when done. */
export async function deriveKey(
  passphrase: Uint8Array,
  salt: Uint8Array,
  cost: ArgonCost,
): Promise<Buffer> {
  const key = await derive(passphrase, salt, cost);
  collectGarbage();
  return Buffer.from(key.buffer, key.byteOffset, key.byteLength);
}

function derive(
  passphrase: Uint8Array,
  salt: Uint8Array,
  { memoryKiB, passes, lanes }: ArgonCost,
): Promise<Uint8Array> {
  return argon2id({
    password: passphrase,
    salt,
    memorySize: memoryKiB,
    iterations: passes,
    parallelism: lanes,
    hashLength: KEY_BYTES,
    outputType: 'binary',
  });
}
