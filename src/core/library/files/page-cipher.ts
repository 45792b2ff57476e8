/**
 * Pages of an SQLCipher 4 file, read without SQLite: for looking at a file that must not be changed by the look, and
 * for saving what is left of a damaged one. Format: 4,096 bytes, of which the last 80 are the initialisation vector and
 * an HMAC-SHA512 over the rest and the page number; page 1 begins with the salt in clear.
 */
import { createDecipheriv, createHmac, pbkdf2Sync } from 'node:crypto';

export const PAGE_BYTES = 4096;
export const SALT_BYTES = 16;
const VECTOR_BYTES = 16;
const SEAL_BYTES = 64;
/** What SQLite has of a page: it leaves the rest to the cipher (`reserved` in its header). */
export const USABLE_BYTES = PAGE_BYTES - VECTOR_BYTES - SEAL_BYTES;
/** SQLCipher derives the key of the HMAC from the page key with the salt changed by this mask, in two passes. */
const SALT_MASK = 0x3a;
const SEAL_KEY_PASSES = 2;
const KEY_BYTES = 32;

/** Tells whether a page is, byte for byte, what was written under its number. Holds no key that decrypts. */
export interface PageSeals {
  isWhole(page: Uint8Array, number: number): boolean;
}

/** @param salt the first 16 bytes of the file. */
export function createPageSeals(key: Uint8Array, salt: Uint8Array): PageSeals {
  const masked = salt.map((byte) => byte ^ SALT_MASK);
  const sealKey = pbkdf2Sync(key, masked, SEAL_KEY_PASSES, KEY_BYTES, 'sha512');
  const suffix = Buffer.alloc(4);
  return {
    isWhole(page, number) {
      if (page.length !== PAGE_BYTES) return false;
      suffix.writeUInt32LE(number);
      const begin = number === 1 ? SALT_BYTES : 0;
      const seal = createHmac('sha512', sealKey)
        .update(page.subarray(begin, PAGE_BYTES - SEAL_BYTES))
        .update(suffix)
        .digest();
      return seal.equals(page.subarray(PAGE_BYTES - SEAL_BYTES));
    },
  };
}

/**
 * What SQLite sees of a page. Does not look at the seal: of a page with a damaged byte, all but that block of 16 and a
 * byte of the next one come out right. The first 16 bytes of page 1 are not stored and come out as zeros.
 */
export function decryptPage(key: Uint8Array, page: Uint8Array, number: number): Buffer {
  const begin = number === 1 ? SALT_BYTES : 0;
  const vector = page.subarray(USABLE_BYTES, USABLE_BYTES + VECTOR_BYTES);
  const cipher = createDecipheriv('aes-256-cbc', key, vector).setAutoPadding(false);
  return Buffer.concat([
    Buffer.alloc(begin),
    cipher.update(page.subarray(begin, USABLE_BYTES)),
    cipher.final(),
  ]);
}
