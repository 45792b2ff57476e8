/**
 * The whole import (hash, encrypt, store, extract, index) beside a bare pdf.js `getTextContent` loop, file by file in turn in
 * one process, and what was read beside what two other readers found. PDFs of the corpus beside the checkout
 * (`--set reports` or `--set pdfjs`), or made-up ones where it is missing. Then batches with the extractor in a thread of its
 * own: how long the library's thread is held, what a person waits meanwhile, and the peak of memory of both.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { importFiles, type ImportDependencies } from '../src/core/import/import-files.ts';
import { loadPdfJs, nodePdfExtractor } from '../src/core/import/node-pdf-extractor.ts';
import { createLibrary } from '../src/core/library/library.ts';
import { getPages } from '../src/core/library/queries/document.ts';
import { openSearchIndex } from '../src/core/search/open-search-index.ts';
import type { ImportOutcome } from '../src/shared/domain/job.ts';
import { TEXT_CONTENT_OPTIONS } from '../src/shared/extraction/text-content.ts';
import { CORPUS, corpusRows, hasCorpus } from '../tests/fixtures/import/corpus.ts';
import type { BatchFigures } from './import/batch-process.ts';
import type { AppBatchFigures } from './import/app-batch.ts';
import { runBatches, type Batches } from './import/run-batches.ts';
import { makePdf } from '../tests/fixtures/import/make-pdf.ts';

const TOLERANCE = 0.02;
/** Fewer characters than this say nothing about a share. */
const READABLE = 100;
const PASSPHRASE = 'bench heron lantern quay orchard';

interface Tally {
  states: Record<string, number>;
  pages: number;
  importMs: number;
  bareMs: number;
  slowestMs: number;
  slowestFile: string;
  readable: number;
  within: number;
}

export async function benchImport(options: readonly string[]): Promise<object> {
  const parent = mkdtempSync(join(tmpdir(), 'kartoteka-bench-'));
  const { library } = await createLibrary(join(parent, 'Bench.kartoteka'), 'Bench', PASSPHRASE);
  const search = openSearchIndex(library.database);
  try {
    const set = options.includes('pdfjs') ? 'pdfjs' : 'reports';
    const files = hasCorpus ? pdfsOf(`${CORPUS}${set}`) : await makePdfs(parent);
    const alone = await measure({ library, search, extractor: nodePdfExtractor() }, files, set);
    const batches = await runBatches(files, !options.includes('--core-only'));
    return { ...alone, ...worstOf(batches), batches };
  } finally {
    library.close();
    rmSync(parent, { recursive: true, force: true });
  }
}

/** What a person sees: of the real program where it was started; the memory of a batch of small files and of one large PDF. */
function worstOf({ core, app }: Batches): object {
  const seen = Object.values(app ?? core);
  const p99 = (batch: BatchFigures | AppBatchFigures): number =>
    'mainP99Ms' in batch ? Math.max(batch.mainP99Ms, batch.rendererP99Ms) : batch.eventLoopP99Ms;
  const ofMemory = app ?? core;
  return {
    eventLoopP99Ms: Math.max(...seen.map(p99)),
    libraryEventLoopP99Ms: Math.max(...Object.values(core).map(p99)),
    peakMb: Math.max(ofMemory['small']?.peakMb ?? 0, ofMemory['large']?.peakMb ?? 0),
    interactiveP95ExtraMs: Math.max(...seen.map(mostExtra)),
  };
}

/** How much longer a question takes while a batch runs; milliseconds. */
function mostExtra({ p95Ms: { idle, busy } }: Pick<BatchFigures, 'p95Ms'>): number {
  const extra = Math.max(busy.open - idle.open, busy.search - idle.search, busy.save - idle.save);
  return Math.round(extra * 10) / 10;
}

async function measure(
  dependencies: ImportDependencies,
  files: readonly string[],
  set: string,
): Promise<object> {
  const expected = peers(set);
  const tally: Tally = {
    states: {},
    pages: 0,
    importMs: 0,
    bareMs: 0,
    slowestMs: 0,
    slowestFile: '',
    readable: 0,
    within: 0,
  };
  await bareLoop(files[0] ?? '');
  for (const path of files) {
    const bareMs = await timed(() => bareLoop(path));
    let outcome: ImportOutcome | undefined;
    const importMs = await timed(async () => {
      outcome = await importOne(dependencies, path);
    });
    if (outcome) add(tally, dependencies, path, outcome, { bareMs, importMs }, expected);
  }
  const { states, pages, slowestMs, slowestFile, readable, within } = tally;
  return {
    set: hasCorpus ? set : 'made-up',
    files: files.length,
    states,
    pages,
    pagesPerSecond: Math.round((pages / tally.importMs) * 1000),
    pagesPerSecondRatio: round(tally.bareMs / tally.importMs),
    withinTwoPercent: readable === 0 ? 1 : round(within / readable),
    slowestMs: Math.round(slowestMs),
    slowestFile,
  };
}

function add(
  tally: Tally,
  { library }: ImportDependencies,
  path: string,
  outcome: ImportOutcome,
  { bareMs, importMs }: { bareMs: number; importMs: number },
  expected: ReadonlyMap<string, readonly number[]>,
): void {
  const state = 'reason' in outcome ? `${outcome.kind}: ${outcome.reason}` : outcome.kind;
  tally.states[state] = (tally.states[state] ?? 0) + 1;
  if (importMs > tally.slowestMs) {
    tally.slowestMs = importMs;
    tally.slowestFile = basename(path);
  }
  if (outcome.kind !== 'imported') return;
  tally.bareMs += bareMs;
  tally.importMs += importMs;
  const pages = getPages(library.database, outcome.documentId, 1, Infinity);
  tally.pages += pages.length;
  const found = pages.reduce((sum, { text }) => sum + count(text), 0);
  const others = (expected.get(basename(path)) ?? []).filter((other) => other >= READABLE);
  if (others.length === 0) return;
  tally.readable += 1;
  const off = Math.min(...others.map((other) => Math.abs(found / other - 1)));
  if (off <= TOLERANCE) tally.within += 1;
  else console.log(`${(off * 100).toFixed(1)} % off: ${basename(path)}`);
}

async function importOne(
  dependencies: ImportDependencies,
  path: string,
): Promise<ImportOutcome | undefined> {
  let outcome: ImportOutcome | undefined;
  await importFiles(dependencies, [path], {
    signal: new AbortController().signal,
    onProgress: () => undefined,
    onFile: (line) => (outcome = line.outcome),
  });
  return outcome;
}

/** What pdf.js needs for the text alone; files it cannot open count nothing. */
async function bareLoop(path: string): Promise<void> {
  const { getDocument } = await loadPdfJs();
  const task = getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 });
  try {
    const pdf = await task.promise;
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      await page.getTextContent(TEXT_CONTENT_OPTIONS);
      page.cleanup();
    }
  } catch {
    return;
  } finally {
    await task.destroy();
  }
}

async function timed(run: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await run();
  return performance.now() - begun;
}

/** Characters without spaces that other readers found, by file name. */
function peers(set: string): Map<string, readonly number[]> {
  return new Map(
    corpusRows('extraction-peers.tsv')
      .filter((row) => row['set'] === set)
      .map((row) => [
        row['file'] ?? '',
        [Number(row['chars_nonspace']), Number(row['pdfjs_chars'])],
      ]),
  );
}

function pdfsOf(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.pdf'))
    .sort()
    .map((name) => join(folder, name));
}

async function makePdfs(folder: string): Promise<string[]> {
  const line = 'The ferry to Orvel Bay was stopped at dawn and nobody was told why.';
  const page = Array.from({ length: 45 }, () => line).join('\n');
  const files: string[] = [];
  for (let index = 0; index < 20; index += 1) {
    const path = join(folder, `${index}.pdf`);
    writeFileSync(
      path,
      await makePdf({ pages: Array.from({ length: 20 }, () => page), title: `Report ${index}` }),
    );
    files.push(path);
  }
  return files;
}

function count(text: string): number {
  return Array.from(text.replaceAll(/\s/gu, '')).length;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
