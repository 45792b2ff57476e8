/** A row with its overflow pages. */
import type { DatabaseFile } from '../files/database-file.ts';
import { USABLE_BYTES } from '../files/page-cipher.ts';
import type { Cell } from './tree-page.ts';

const LINK_BYTES = 4;

/** @returns undefined when a page of the chain is missing; `isWhole` says whether all overflow pages are as written. */
export function readPayload(
  file: DatabaseFile,
  { local, payloadBytes, overflow }: Cell,
): { readonly bytes: Buffer; readonly isWhole: boolean } | undefined {
  const parts = [local];
  let missing = payloadBytes - local.length;
  let isWhole = true;
  for (let page = overflow; missing > 0;) {
    if (page < 1 || page > file.pageCount) return undefined;
    const content = file.decrypted(page);
    if (!content) return undefined;
    isWhole &&= file.isWhole(page);
    const part = content.subarray(LINK_BYTES, Math.min(USABLE_BYTES, LINK_BYTES + missing));
    parts.push(part);
    missing -= part.length;
    page = content.readUInt32BE(0);
  }
  return { bytes: Buffer.concat(parts), isWhole };
}
