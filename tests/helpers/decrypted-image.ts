/**
 * Every byte of an encrypted database in plain text, in memory only: unused corners of pages and free pages, too, which no
 * SQL shows. Reads the SQLCipher 4 format with Node's own AES, so it does not see what our library would.
 */
import { createDecipheriv } from 'node:crypto';
import { readFileSync } from 'node:fs';

const PAGE_BYTES = 4096;
/** At the end of each page: an initialisation vector of 16 bytes and an HMAC-SHA512. */
const RESERVED_BYTES = 80;
const VECTOR_BYTES = 16;
/** In the place of «SQLite format 3». */
const SALT_BYTES = 16;

/** @param key 32 bytes. */
export function decryptImage(file: string, key: Uint8Array): Buffer {
  const bytes = readFileSync(file);
  const pages: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += PAGE_BYTES) {
    const page = bytes.subarray(at, at + PAGE_BYTES);
    const end = PAGE_BYTES - RESERVED_BYTES;
    const cipher = createDecipheriv('aes-256-cbc', key, page.subarray(end, end + VECTOR_BYTES));
    cipher.setAutoPadding(false);
    const begin = at === 0 ? SALT_BYTES : 0;
    pages.push(cipher.update(page.subarray(begin, end)), cipher.final());
  }
  return Buffer.concat(pages);
}

/** What of an image matches, in UTF-8 or UTF-16: for patterns of ASCII, because zero bytes are left out for UTF-16. */
export function matchesIn(image: Buffer, pattern: RegExp): Set<string> {
  const text = image.toString('latin1');
  return new Set(
    [text, text.replaceAll('\0', '')].flatMap((each) => [...each.matchAll(pattern)].map(String)),
  );
}
