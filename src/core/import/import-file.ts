/** The way of one file into the library. */
import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import type { ImportOutcome } from '../../shared/domain/job.ts';
import type { DocumentState } from '../../shared/domain/source-document.ts';
import { assertNever } from '../../shared/assert-never.ts';
import type { OpenLibrary } from '../library/library.ts';
import { CHUNK_BYTES } from '../library/originals.ts';
import { originalSource } from '../library/read-original.ts';
import {
  addAlias,
  findBySha256,
  insertDocument,
  type NewDocument,
} from '../library/queries/document.ts';
import type { PreparedEntries } from '../search/prepared-entries.ts';
import type { SearchIndex } from '../search/search-index.ts';
import { detectKind, type DetectedKind } from './detect.ts';
import { FileProblem, readingFile } from './file-problem.ts';
import { digestFile, type FileDigest } from './hash.ts';
import type { PdfExtractor } from './pdf-extractor.ts';
import type { DocumentContent } from './document-content.ts';
import { isNamedPdf, readOffice, readPdf } from './read-content.ts';
import { readText } from './read-text.ts';
import { fileNameOf, type SourcePath } from './source-path.ts';
import { storeOriginal, throwIfCancelled } from './store-original.ts';

export interface ImportDependencies {
  readonly library: OpenLibrary;
  readonly search: SearchIndex;
  readonly extractor: PdfExtractor;
}

/** A PDF is read by 32-bit offsets; a text is one string while it is decoded, and V8's strings end at 512 MiB. */
const LARGEST_PDF = 2 ** 31 - 1;
const LARGEST_TEXT = 256 * 1024 * 1024;
/** Analysing pauses after this long; its longest single step, the sorting of a large document, takes some 30 ms. */
const SLICE_MS = 10;

export interface FileTask {
  readonly path: SourcePath;
  readonly signal: AbortSignal;
  /** Notes the outcome; called in the transaction that makes it so. */
  readonly settle: (outcome: ImportOutcome) => void;
}

/**
 * @throws FailureError `cancelled` when the signal aborts; SQLite's own errors when the library cannot be written. A
 *   transaction that fails leaves nothing but stored bytes, which the next import of the file reuses.
 */
export async function importFile(dependencies: ImportDependencies, task: FileTask): Promise<void> {
  try {
    const flags = constants.O_RDONLY | constants.O_NONBLOCK;
    const file = await readingFile(() => open(task.path, flags));
    try {
      await importOpenFile(dependencies, file, task);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    task.settle({ kind: 'unreadable', documentId: null, reason: error.reason });
  }
}

async function importOpenFile(
  dependencies: ImportDependencies,
  file: FileHandle,
  { path, signal, settle }: FileTask,
): Promise<void> {
  const { library } = dependencies;
  const fileName = fileNameOf(path);
  await readingFile(() => checkRegular(file));
  const digest = await digestFile(file, CHUNK_BYTES, () => throwIfCancelled(signal));
  const known = findBySha256(library.database, digest.sha256);
  if (known) {
    library.database.transaction(() => {
      addAlias(library.database, known.id, fileName);
      settle({ kind: 'duplicate', documentId: known.id });
    })();
    return;
  }
  const kind = detectKind(digest.head);
  if (kind === 'binary') {
    throw new FileProblem(isNamedPdf(fileName) ? 'not-a-pdf' : 'unknown-format');
  }
  if (digest.size > (kind === 'pdf' ? LARGEST_PDF : LARGEST_TEXT))
    throw new FileProblem('too-large');
  await storeOriginal(library.originals, file, digest, signal);
  await setImmediate();
  const content = await readStored(dependencies, digest, kind, fileName, signal);
  const entries = await prepareEntries(dependencies.search, content, signal);
  const { sha256, size } = digest;
  save(dependencies, { ...content, sha256, size, fileName }, entries, settle);
}

/**
 * Analyses the pages in slices, so that questions of people are answered in between; what is left for the transaction is
 * writing.
 * @throws FailureError `cancelled` when the signal aborts.
 */
export async function prepareEntries(
  search: SearchIndex,
  { title, pages }: Pick<DocumentContent, 'title' | 'pages'>,
  signal: AbortSignal,
): Promise<PreparedEntries> {
  const entries = search.prepareDocument(
    title,
    pages.map(({ text }) => text),
  );
  do {
    await setImmediate();
    throwIfCancelled(signal);
  } while (entries.work(SLICE_MS));
  return entries;
}

async function checkRegular(file: FileHandle): Promise<void> {
  const found = await file.stat();
  if (!found.isFile()) throw new FileProblem('not-a-regular-file');
  if (found.size === 0) throw new FileProblem('empty-file');
  // Before a byte is read: a file may claim a terabyte that it does not have.
  if (found.size > LARGEST_PDF) throw new FileProblem('too-large');
}

async function readStored(
  { library: { originals }, extractor }: ImportDependencies,
  digest: FileDigest,
  kind: Exclude<DetectedKind, 'binary'>,
  fileName: string,
  signal: AbortSignal,
): Promise<DocumentContent> {
  const source = originalSource(originals, digest);
  if (kind === 'pdf') return readPdf(source, fileName, extractor, signal);
  try {
    if (kind === 'text') return await readText(await source.read(0, source.size), fileName);
    return await readOffice(source, fileName, kind, extractor, signal);
  } catch (error) {
    if (error instanceof FileProblem) originals.remove(digest.sha256);
    throw error;
  }
}

/** The one transaction that makes the document exist. */
function save(
  { library: { database }, search }: ImportDependencies,
  document: NewDocument,
  entries: PreparedEntries,
  settle: FileTask['settle'],
): void {
  database.transaction(() => {
    const id = insertDocument(database, document);
    search.addDocument(id, entries);
    settle(outcomeOf(id, document.state));
  })();
}

/** How the import of a document in this state ended. */
export function outcomeOf(documentId: number, state: DocumentState): ImportOutcome {
  switch (state.kind) {
    case 'imported':
    case 'needs-ocr':
    case 'password-needed':
      return { kind: state.kind, documentId };
    case 'unreadable':
      return { kind: 'unreadable', documentId, reason: state.reason };
    default:
      return assertNever(state);
  }
}
