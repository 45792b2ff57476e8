/** `npm run bench -- import`: what a person feels of a batch in the real program, and how much memory it takes. */
import { expect, test } from '@playwright/test';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyToScratch, handToApp } from '../../scripts/runtime/scratch-folder.ts';
import type { AppBatch, AppBatchInput, AppBatchQuestions } from '../../bench/import/app-batch.ts';
import { makeAnchor } from '../../src/shared/anchoring/make-anchor.ts';
import type { Page as PageText } from '../../src/shared/domain/source-document.ts';
import { makeWorkplace, startApp, type RunningApp } from './helpers/app.ts';
import { createLibrary, importPaths, invoke } from './helpers/bridge.ts';
import { startRounds, stopRounds, type Question } from './helpers/bench-rounds.ts';
import { startMainDelays, startPeak, stopMainDelays, stopPeak } from './helpers/bench-probes.ts';

const SEEDS = 12;
const IDLE_ROUNDS = 60;
const PARAGRAPH = 'The ferry to Orvel Bay was stopped at dawn; nobody on the quay was told why. ';
/** Keys that a test presses do not count as a person who is there. */
const IDLE_MINUTES = 30;

test('batches', async () => {
  test.setTimeout(1_200_000);
  const input = process.env['KARTOTEKA_BENCH_INPUT'];
  const output = process.env['KARTOTEKA_BENCH_OUTPUT'];
  if (!input || !output) throw new Error('Start with: npm run bench -- import');
  const batches = JSON.parse(readFileSync(input, 'utf8')) as AppBatchInput;
  const results: Record<string, AppBatch> = {};
  for (const [name, paths] of Object.entries(batches)) results[name] = await measure(paths);
  writeFileSync(output, JSON.stringify(results));
});

async function measure(paths: readonly string[]): Promise<AppBatch> {
  const { home, files } = await makeWorkplace();
  const app = await startApp(home);
  const { window } = app;
  await createLibrary(window);
  expect(await invoke(window, 'settings.set', { idleMinutes: IDLE_MINUTES })).toMatchObject({
    ok: true,
  });
  await importPaths(window, await makeSeeds(files));
  const questions = await questionsOf(app);
  const given = join(files, 'given');
  mkdirSync(given);
  await handToApp(given);
  for (const path of paths) await copyToScratch(path, given);

  await window.evaluate(startRounds, { questions, rounds: IDLE_ROUNDS });
  const idle = await window.evaluate(stopRounds, false);
  await startPeak(app);
  await startMainDelays(app);
  await window.evaluate(startRounds, { questions, rounds: Infinity });
  const begun = performance.now();
  const lines = (await importToTheEnd(app, given)) as { outcome: { kind: string } }[];
  const seconds = (performance.now() - begun) / 1000;
  const busy = await window.evaluate(stopRounds, true);
  const mainMs = await stopMainDelays(app);
  const peakMb = await stopPeak(app);
  await app.close();
  return {
    files: lines.length,
    seconds,
    mainMs,
    rendererMs: busy.delays,
    peakMb,
    idle: idle.times,
    busy: busy.times,
  };
}

/** A batch may take longer than a test usually waits. */
async function importToTheEnd({ window }: RunningApp, folder: string): Promise<unknown> {
  const { value: batchId } = (await invoke(window, 'import.start', { paths: [folder] })) as {
    value: number;
  };
  await expect
    .poll(() => isDone(window, batchId), { timeout: 900_000, intervals: [300] })
    .toBe(true);
  const { value } = (await invoke(window, 'import.report', { batchId })) as { value: unknown };
  return value;
}

async function isDone(window: RunningApp['window'], batchId: number): Promise<boolean> {
  const { value: jobs } = (await invoke(window, 'job.list', {})) as {
    value: { batchId: number; state: { kind: string } }[];
  };
  return jobs.some((job) => job.batchId === batchId && job.state.kind === 'done');
}

async function makeSeeds(folder: string): Promise<string[]> {
  const paths: string[] = [];
  for (let index = 0; index < SEEDS; index += 1) {
    const path = join(folder, `seed ${index}.txt`);
    writeFileSync(path, `Report ${index}\n\n${PARAGRAPH.repeat(400)}`);
    await handToApp(path);
    paths.push(path);
  }
  return paths;
}

/** A hundred different ones of each kind; a page asks them in turn. */
async function questionsOf({ window }: RunningApp): Promise<AppBatchQuestions> {
  const questions: Question[] = [];
  for (let documentId = 1; documentId <= SEEDS; documentId += 1) {
    const { value } = (await invoke(window, 'document.pages', { documentId, from: 1, to: 8 })) as {
      value: PageText[];
    };
    for (let offset = 0; offset < 100; offset += 10) {
      const ends = [
        { page: 1, offset },
        { page: 1, offset: offset + 40 },
      ] as const;
      const anchor = makeAnchor(value, ends[0], ends[1], []);
      const rest = { colour: 'yellow', note: '', labels: [] };
      questions.push({
        documentId,
        command: { kind: 'passage.create', documentId, anchor, ...rest },
      });
    }
  }
  return questions;
}
