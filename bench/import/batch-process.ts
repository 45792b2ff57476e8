/**
 * A process of its own, as the library process of the app is one, with the extractor in a second thread:
 * `node batch-process.ts FOLDER…` imports the folders as one batch and asks meanwhile what a person would. Prints one JSON
 * object. Times are milliseconds from when a question was due until its answer.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { createSession, type LibrarySession } from '../../src/core/handlers/index.ts';
import { createLibrary } from '../../src/core/library/library.ts';
import { makeAnchor } from '../../src/shared/anchoring/make-anchor.ts';
import type { ImportReportLine, Job } from '../../src/shared/domain/job.ts';
import type { Page } from '../../src/shared/domain/source-document.ts';
import { startExtractorThread } from './extractor-thread.ts';

const PASSPHRASE = 'bench heron lantern quay orchard';
const SEEDS = 12;
const EVERY_MS = 60;
const IDLE_ROUNDS = 60;
const PARAGRAPH = 'The ferry to Orvel Bay was stopped at dawn; nobody on the quay was told why. ';

export interface BatchFigures {
  readonly files: number;
  readonly states: Record<string, number>;
  readonly pages: number;
  readonly seconds: number;
  readonly eventLoopP99Ms: number;
  readonly eventLoopMaxMs: number;
  readonly peakMb: number;
  readonly p95Ms: Record<'idle' | 'busy', Record<Question, number>>;
}

type Question = 'open' | 'search' | 'save';
type Times = Record<Question, number[]>;

const parent = mkdtempSync(join(tmpdir(), 'kartoteka-bench-'));
const extractor = startExtractorThread();
try {
  console.log(JSON.stringify(await measure(process.argv.slice(2))));
} finally {
  await extractor.stop();
  rmSync(parent, { recursive: true, force: true });
}

async function measure(folders: readonly string[]): Promise<BatchFigures> {
  const session = await createSession({
    open: async () =>
      (await createLibrary(join(parent, 'Bench.kartoteka'), 'Bench', PASSPHRASE)).library,
    extractor,
    push: () => undefined,
  });
  const seeds = Array.from({ length: SEEDS }, (_, index) => {
    const path = join(parent, `seed ${index}.txt`);
    writeFileSync(path, `Report ${index}\n\n${PARAGRAPH.repeat(400)}`);
    return path;
  });
  await importAll(session, seeds);
  const idle = await askRounds(session, (rounds) => rounds < IDLE_ROUNDS);
  const delays = monitorEventLoopDelay({ resolution: 2 });
  const begun = performance.now();
  let isDone = false;
  delays.enable();
  const importing = importAll(session, folders).finally(() => (isDone = true));
  const busy = await askRounds(session, () => !isDone);
  const lines = await importing;
  delays.disable();
  const seconds = (performance.now() - begun) / 1000;
  await session.close();
  return {
    files: lines.length,
    states: countStates(lines),
    pages: lines.reduce((sum, { pages }) => sum + pages, 0),
    seconds: Math.round(seconds * 10) / 10,
    eventLoopP99Ms: Math.round(delays.percentile(99) / 1e5) / 10,
    eventLoopMaxMs: Math.round(delays.max / 1e6),
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
    p95Ms: { idle: p95Of(idle), busy: p95Of(busy) },
  };
}

async function ask<T>(session: LibrarySession, channel: string, request: unknown): Promise<T> {
  const outcome = await session.handle(channel, request);
  if (!outcome.ok) throw new Error(outcome.failure.kind);
  return outcome.value as T;
}

async function importAll(
  session: LibrarySession,
  paths: readonly string[],
): Promise<ImportReportLine[]> {
  const batchId = await ask<number>(session, 'import.start', { paths });
  for (;;) {
    const jobs = await ask<Job[]>(session, 'job.list', {});
    if (jobs.every(({ state }) => state.kind !== 'running')) break;
    await wait(EVERY_MS);
  }
  return ask(session, 'import.report', { batchId });
}

async function askRounds(
  session: LibrarySession,
  goesOn: (rounds: number) => boolean,
): Promise<Times> {
  const times: Times = { open: [], search: [], save: [] };
  for (let round = 0; goesOn(round); round += 1) {
    const documentId = (round % SEEDS) + 1;
    let pages: Page[] = [];
    times.open.push(
      await due(async () => {
        await ask(session, 'document.get', { documentId });
        await ask(session, 'passage.list', { documentId });
        pages = await ask(session, 'document.pages', { documentId, from: 1, to: 8 });
      }),
    );
    times.search.push(
      await due(() => ask(session, 'search.query', { query: 'ferry orvel', limit: 50 })),
    );
    const offset = round % 1_000;
    const anchor = makeAnchor(pages, { page: 1, offset }, { page: 1, offset: offset + 40 }, []);
    const rest = { colour: 'yellow', note: '', labels: [] };
    const command = { kind: 'passage.create', documentId, anchor, ...rest };
    times.save.push(await due(() => ask(session, 'command.run', { command })));
  }
  return times;
}

/** A question comes at a moment of its own; what it waits until somebody listens counts. */
async function due(question: () => Promise<unknown>): Promise<number> {
  const at = performance.now() + EVERY_MS;
  await wait(EVERY_MS);
  await question();
  return performance.now() - at;
}

function p95Of(times: Times): Record<Question, number> {
  const p95 = (values: readonly number[]): number => {
    const sorted = values.toSorted((a, b) => a - b);
    return Math.round((sorted[Math.floor(sorted.length * 0.95)] ?? 0) * 10) / 10;
  };
  return { open: p95(times.open), search: p95(times.search), save: p95(times.save) };
}

function countStates(lines: readonly ImportReportLine[]): Record<string, number> {
  const states: Record<string, number> = {};
  for (const { outcome } of lines) states[outcome.kind] = (states[outcome.kind] ?? 0) + 1;
  return states;
}
