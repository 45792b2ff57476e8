/** Batches in processes of their own: the PDFs with small files among them, 2,000 small files, one PDF of 300 MB. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { measureAppBatches, type AppBatchFigures } from './app-batch.ts';
import type { BatchFigures } from './batch-process.ts';
import { writeLargePdf } from '../../tests/fixtures/import/large-pdf.ts';

const SMALL_FILES = 2_000;
const LARGE_MEGABYTES = 300;
const BATCH_PROCESS = join(import.meta.dirname, 'batch-process.ts');

export interface Batches {
  /** The library's side, with the extractor in a thread of its own. */
  readonly core: Record<string, BatchFigures>;
  /** The real program; null when it was left out. */
  readonly app: Record<string, AppBatchFigures> | null;
}

/**
 * @param reports the PDFs of the run.
 * @param withApp whether the real program is started, too, which needs Electron and a display.
 */
export async function runBatches(reports: readonly string[], withApp: boolean): Promise<Batches> {
  const parent = mkdtempSync(join(tmpdir(), 'kartoteka-bench-'));
  try {
    const small = join(parent, 'small');
    mkdirSync(small);
    for (let index = 0; index < SMALL_FILES; index += 1) {
      const words = `Statement ${index}: the ferry was late and nobody said why. `.repeat(40);
      writeFileSync(join(small, `${index}.txt`), words);
    }
    const large = join(parent, 'large.pdf');
    writeLargePdf(large, LARGE_MEGABYTES);
    const batches = { reports, small: [small], large: [large] };
    const core: Record<string, BatchFigures> = {};
    for (const [name, paths] of Object.entries(batches)) core[name] = await runBatch(paths);
    return { core, app: withApp ? await measureAppBatches(batches) : null };
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

async function runBatch(paths: readonly string[]): Promise<BatchFigures> {
  const { stdout } = await promisify(execFile)(process.execPath, [BATCH_PROCESS, ...paths]);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as BatchFigures;
}
