/** Passages in the real program: tests/e2e/marks.bench.ts measures, this counts. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withRuntime } from '../../scripts/runtime/with-runtime.ts';
import { playwrightCommand, runPlaywright } from '../../scripts/testing/run-playwright.ts';
import { percentile, rounded } from '../vault/spread.ts';

/** Milliseconds. */
export interface MarksRuns {
  /** From the click to the first page with its words: without passages, and with 5,000, in turn. */
  readonly openPlain: readonly number[];
  readonly openMarked: readonly number[];
  /** From a key to the rows of the palette, with 2,000 tags, 1,000 cases and 5,000 events. */
  readonly keystrokes: readonly number[];
}

export interface AnchorRuns {
  readonly documents: number;
  readonly languages: number;
  readonly selections: number;
  /** Kinds of mistakes with their numbers. */
  readonly mistakes: Readonly<Record<string, number>>;
}

/** Real documents; they are no part of the project. */
const CORPUS = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));

/** `ratio` is with 5,000 passages : without. */
export async function benchMarks(): Promise<object> {
  const { openPlain, openMarked, keystrokes } = await run<MarksRuns>('passages');
  const [plain, marked] = [percentile(openPlain, 0.5), percentile(openMarked, 0.5)];
  return {
    openPlainMs: rounded(plain),
    openMarkedMs: rounded(marked),
    ratio: rounded(marked / plain),
    keystrokeP95Ms: rounded(percentile(keystrokes, 0.95)),
    keystrokeMaxMs: rounded(Math.max(...keystrokes)),
  };
}

/** Random selections that came back at the same letters after a restart. Null without the real documents. */
export async function benchAnchors(): Promise<object | null> {
  if (!existsSync(join(CORPUS, 'reports'))) return null;
  const { mistakes, ...rest } = await run<AnchorRuns>('anchors');
  const wrong = Object.values(mistakes).reduce((sum, count) => sum + count, 0);
  return { ...rest, exact: rest.selections - wrong, mistakes };
}

async function run<Result>(name: 'passages' | 'anchors'): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'kartoteka-bench-'));
  const output = join(folder, `${name}.json`);
  try {
    const code = await withRuntime({ kind: 'tests' }, ({ env }) =>
      runPlaywright(
        playwrightCommand('bench.config.ts', ['marks.bench.ts', '-g', name], {
          ...env,
          KARTOTEKA_BENCH_OUTPUT: output,
          KARTOTEKA_BENCH_CORPUS: CORPUS,
        }),
      ),
    );
    if (code !== 0) throw new Error('Passages in the program could not be measured');
    return JSON.parse(readFileSync(output, 'utf8')) as Result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
