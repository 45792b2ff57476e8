/**
 * A real encrypted library with documents, their originals, passages and labels, some hundred pages in each database.
 * Made once for a test file and copied for each test: deriving its keys takes longer than all else.
 */
import { createHash } from 'node:crypto';
import { cpSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createCommandStack } from '../../src/core/commands/command-stack.ts';
import { keysOf } from '../../src/core/library/keys/library-keys.ts';
import type { UnlockedKeys } from '../../src/core/library/keys/unlock-keys.ts';
import { holdFolder, openFiles, type OpenLibrary } from '../../src/core/library/open-library.ts';
import { CHUNK_BYTES, type OriginalsStore } from '../../src/core/library/originals.ts';
import { insertDocument } from '../../src/core/library/queries/document.ts';
import { openSearchIndex } from '../../src/core/search/open-search-index.ts';
import { InventedWords } from './invented-words.ts';
import { anchorOf } from './stored-document.ts';
import { newLibrary, temporaryFolder } from './temporary-library.ts';

export interface FilledLibrary {
  /** A copy of the closed library that the test may do anything to. */
  copy(): string;
  /** Likewise, in a folder that the caller removes: for a `beforeAll`. */
  copyInto(parent: string): string;
  /** A copy of the library as kill -9 would leave it: open, with its newest changes in the logs. */
  copyUnclosed(): string;
  /** New buffers each time: whoever opens a library overwrites them. */
  unlocked(): UnlockedKeys;
  remove(): void;
}

export interface Filling {
  readonly documents: number;
  readonly pagesEach: number;
}

/** To be called in a `beforeAll`; the answer's `remove` is what that returns. */
export async function fillLibrary(
  { documents, pagesEach }: Filling = { documents: 24, pagesEach: 6 },
): Promise<FilledLibrary> {
  const parent = mkdtempSync(join(tmpdir(), 'kartoteka-filled-'));
  const closed = join(parent, 'Closed.kartoteka');
  const unclosed = join(parent, 'Unclosed.kartoteka');
  const created = await newLibrary(closed, 'Filled');
  const { id, slotId } = created;
  const dataKey = Buffer.from(created.keys.database);
  const unlocked = (): UnlockedKeys => ({ keys: keysOf(id, Buffer.from(dataKey)), slotId });
  const write = fill(pagesEach);
  for (let number = 1; number < documents; number += 1) write(created, number);
  created.close();
  // The last document comes after an opening, so that most pages are in the files and some are in the logs.
  const library = openUnlocked(closed, unlocked());
  write(library, documents);
  cpSync(closed, unclosed, { recursive: true });
  library.close();
  const copy = (from: string, into: string): string => {
    const folder = join(into, 'Copy.kartoteka');
    cpSync(from, folder, { recursive: true });
    return folder;
  };
  return {
    copy: () => copy(closed, temporaryFolder()),
    copyInto: (into) => copy(closed, into),
    copyUnclosed: () => copy(unclosed, temporaryFolder()),
    unlocked,
    remove: () => rmSync(parent, { recursive: true, force: true }),
  };
}

/** Opens a library without its passphrase. Closed when the test ends. */
export function openWith(folder: string, unlocked: UnlockedKeys): OpenLibrary {
  const library = openUnlocked(folder, unlocked);
  onTestFinished(() => library.close());
  return library;
}

export function openUnlocked(folder: string, unlocked: UnlockedKeys): OpenLibrary {
  const held = holdFolder(folder);
  try {
    return openFiles(held, unlocked);
  } catch (error) {
    held.lock.release();
    throw error;
  }
}

/** What is in a folder, byte for byte, but for the lock: name to SHA-256, or to what it is. */
export function fingerprint(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .filter((name) => !name.startsWith('in-use.lock'))
      .sort()
      .map((name) => [name, fingerprintOf(join(folder, name))]),
  );
}

function fingerprintOf(path: string): string {
  const found = lstatSync(path);
  if (!found.isFile()) return found.isSymbolicLink() ? 'link' : 'folder';
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** Every document has an original, every third one a passage with a note, a tag and a case on each page. */
function fill(pagesEach: number): (library: OpenLibrary, number: number) => void {
  const words = new InventedWords(7, 400);
  return ({ database, originals }, number) => {
    const search = openSearchIndex(database);
    const pages = Array.from({ length: pagesEach }, (_, index) => ({
      number: index + 1,
      label: String(index + 1),
      text: `Report ${number}, page ${index + 1}. ${words.text(words.language(), 250)}`,
      language: null,
      garbled: false,
    }));
    const bytes = Buffer.from(
      pages
        .map(({ text }) => text)
        .join('\n')
        .repeat(30),
    );
    const sha256 = storeOriginal(originals, bytes);
    const documentId = database.transaction(() => {
      const id = insertDocument(database, {
        title: `Report ${number}`,
        fileName: `report-${number}.txt`,
        kind: 'text',
        state: { kind: 'imported' },
        sha256,
        size: bytes.length,
        encoding: 'utf-8',
        format: 'text',
        outline: [],
        authors: '',
        date: '',
        language: '',
        pages,
      });
      search.addDocument(id);
      return id;
    })();
    if (number % 3 !== 0) return;
    const commands = createCommandStack(database, ({ changedDocuments }) => {
      for (const id of changedDocuments) search.documentChanged(id);
    });
    for (const { number: page, text } of pages) {
      commands.run({
        kind: 'passage.create',
        documentId,
        anchor: anchorOf(text, `Report ${number}, page ${page}`, page),
        colour: 'yellow',
        note: `Note on page ${page}: ${words.text('latin', 20)}`,
        labels: [
          { kind: 'tag', id: null, name: `Tag ${page}` },
          { kind: 'case', id: null, name: `Case ${number}` },
        ],
      });
    }
  };
}

function storeOriginal(originals: OriginalsStore, bytes: Buffer): string {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const writer = originals.write(sha256, bytes.length);
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    writer.append(bytes.subarray(at, at + CHUNK_BYTES));
  }
  writer.finish();
  return sha256;
}
