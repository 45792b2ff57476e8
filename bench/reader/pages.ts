/** How soon the reader shows pages: tests/e2e/reader.bench.ts measures it in the real program beside pdf.js' viewer alone. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withRuntime } from '../../scripts/runtime/with-runtime.ts';
import { playwrightCommand, runPlaywright } from '../../scripts/testing/run-playwright.ts';
import type { Pair, ReaderTimes, ScrolledFrames } from './reader-times.ts';
import { rounded, spread } from '../vault/spread.ts';

/**
 * Medians in milliseconds; `ratio` is the median of the pairs' own ratios, ours to the bare viewer.
 * @throws Error when the program cannot be started.
 */
export async function benchPages(): Promise<object> {
  const { first, jump, scroll, large } = await measure();
  return {
    firstPage: { target: 1.3, ...compare(first) },
    jumpTo350: { target: 1.5, ...compare(jump) },
    scroll100Pages: {
      targetMs: 100,
      ours: worst(scroll.map(({ ours }) => ours)),
      bare: worst(scroll.map(({ bare }) => bare)),
    },
    firstPageOf300Mb: {
      large: spread(large.map((pair) => pair.large)),
      ofThick: spread(large.map(({ thick }) => thick)),
      ratio: medianOf(large.map((pair) => pair.large / pair.thick)),
    },
  };
}

async function measure(): Promise<ReaderTimes> {
  const folder = mkdtempSync(join(tmpdir(), 'kartoteka-bench-'));
  const output = join(folder, 'reader.json');
  try {
    const code = await withRuntime({ kind: 'tests' }, ({ env }) =>
      runPlaywright(
        playwrightCommand('bench.config.ts', ['reader.bench.ts'], {
          ...env,
          KARTOTEKA_BENCH_OUTPUT: output,
        }),
      ),
    );
    if (code !== 0) throw new Error('The reader could not be measured');
    return JSON.parse(readFileSync(output, 'utf8')) as ReaderTimes;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function compare(pairs: readonly Pair[]) {
  return {
    ours: spread(pairs.map(({ ours }) => ours)),
    bare: spread(pairs.map(({ bare }) => bare)),
    ratio: medianOf(pairs.map(({ ours, bare }) => ours / bare)),
  };
}

function medianOf(values: readonly number[]): number {
  return spread(values).p50;
}

function worst(runs: readonly ScrolledFrames[]) {
  const most = (select: (run: ScrolledFrames) => number): number =>
    rounded(Math.max(...runs.map(select)));
  return {
    frames: most(({ frames }) => frames),
    longestMs: most(({ longest }) => longest),
    longestScriptMs: most(({ longestScript }) => longestScript),
    slowest: runs[0]?.slowest ?? [],
    framesWithScriptsOver100Ms: most(({ over100 }) => over100),
  };
}
