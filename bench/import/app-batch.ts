/** What the real program says of batches: tests/e2e/import.bench.ts measures it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withRuntime } from '../../scripts/runtime/with-runtime.ts';
import { playwrightCommand, runPlaywright } from '../../scripts/testing/run-playwright.ts';
import { percentile, rounded } from '../vault/spread.ts';

export type QuestionKind = 'open' | 'search' | 'save';
/** Milliseconds from when a question was due until its answer. */
export type QuestionTimes = Record<QuestionKind, readonly number[]>;
/** Paths of each batch by its name. */
export type AppBatchInput = Readonly<Record<string, readonly string[]>>;
/** A document to open and a passage to save in it. */
export type AppBatchQuestions = readonly {
  readonly documentId: number;
  readonly command: object;
}[];

/** As it was measured; delays in milliseconds. */
export interface AppBatch {
  readonly files: number;
  readonly seconds: number;
  readonly mainMs: { readonly p99: number; readonly max: number };
  readonly rendererMs: readonly number[];
  /** Library process and extractor together, at the worst moment. */
  readonly peakMb: number;
  readonly idle: QuestionTimes;
  readonly busy: QuestionTimes;
}

export interface AppBatchFigures {
  readonly files: number;
  readonly seconds: number;
  readonly mainP99Ms: number;
  readonly mainMaxMs: number;
  readonly rendererP99Ms: number;
  readonly rendererMaxMs: number;
  readonly peakMb: number;
  readonly p95Ms: Record<'idle' | 'busy', Record<QuestionKind, number>>;
}

/** @throws Error when the program cannot be started. */
export async function measureAppBatches(
  batches: AppBatchInput,
): Promise<Record<string, AppBatchFigures>> {
  const folder = mkdtempSync(join(tmpdir(), 'kartoteka-bench-'));
  const [input, output] = [join(folder, 'input.json'), join(folder, 'output.json')];
  try {
    writeFileSync(input, JSON.stringify(batches));
    const code = await withRuntime({ kind: 'tests' }, ({ env }) => {
      const files = { KARTOTEKA_BENCH_INPUT: input, KARTOTEKA_BENCH_OUTPUT: output };
      return runPlaywright(
        playwrightCommand('bench.config.ts', ['import.bench.ts'], { ...env, ...files }),
      );
    });
    if (code !== 0) throw new Error('Batches in the program could not be measured');
    const measured = JSON.parse(readFileSync(output, 'utf8')) as Record<string, AppBatch>;
    return Object.fromEntries(
      Object.entries(measured).map(([name, batch]) => [name, figuresOf(batch)]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function figuresOf({
  files,
  seconds,
  mainMs,
  rendererMs,
  peakMb,
  idle,
  busy,
}: AppBatch): AppBatchFigures {
  return {
    files,
    seconds: rounded(seconds),
    mainP99Ms: rounded(mainMs.p99),
    mainMaxMs: rounded(mainMs.max),
    rendererP99Ms: rounded(percentile(rendererMs, 0.99)),
    rendererMaxMs: rounded(Math.max(0, ...rendererMs)),
    peakMb: Math.round(peakMb),
    p95Ms: { idle: p95Of(idle), busy: p95Of(busy) },
  };
}

function p95Of({ open, search, save }: QuestionTimes): Record<QuestionKind, number> {
  const p95 = (times: readonly number[]): number => rounded(percentile(times, 0.95));
  return { open: p95(open), search: p95(search), save: p95(save) };
}
