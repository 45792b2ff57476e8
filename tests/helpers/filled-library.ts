/** A library with something in every part that must not get lost. */
import { createHash } from 'node:crypto';
import { CHUNK_BYTES } from '../../src/core/library/originals.ts';
import type { OpenLibrary } from '../../src/core/library/library.ts';
import { storeDocument } from './stored-document.ts';

/** Three chunks and a bit. */
export const ORIGINAL = Buffer.from(
  Uint8Array.from({ length: CHUNK_BYTES * 3 + 77 }, (_, index) => (index * 7) % 251),
);
export const ORIGINAL_SHA256 = createHash('sha256').update(ORIGINAL).digest('hex');
export const PAGE_TEXT = 'The ferry to Orvel Bay was stopped at dawn.';

export function fillLibrary({ database, originals }: OpenLibrary): void {
  storeDocument(database, 'Statement', [PAGE_TEXT, 'Nobody was told why.']);
  const writer = originals.write(ORIGINAL_SHA256, ORIGINAL.length);
  for (let at = 0; at < ORIGINAL.length; at += CHUNK_BYTES) {
    writer.append(ORIGINAL.subarray(at, at + CHUNK_BYTES));
  }
  writer.finish();
}

/** What a person would miss, as one value to compare. */
export function contentOf({ database, originals }: OpenLibrary): unknown {
  return {
    library: database.prepare('SELECT * FROM library').all(),
    pages: database.prepare('SELECT * FROM page ORDER BY id').all(),
    documents: database.prepare('SELECT * FROM source_document').all(),
    original: originals.has(ORIGINAL_SHA256)
      ? createHash('sha256')
          .update(originals.read(ORIGINAL_SHA256, 0, ORIGINAL.length))
          .digest('hex')
      : null,
  };
}
