/** Works in a library like a person in a great hurry until it is killed. Started by `worker-process.ts`. */
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { exportExcerpts } from '../../../src/core/export/export-excerpts.ts';
import { runBatch } from '../../../src/core/import/import-batch.ts';
import { ARGON_FLOOR } from '../../../src/core/library/keys/argon-cost.ts';
import { changePassphrase } from '../../../src/core/library/keys/change-slots.ts';
import { createBatch, listBatches } from '../../../src/core/library/queries/import-batch.ts';
import { reencryptLibrary } from '../../../src/core/library/reencrypt/reencrypt-library.ts';
import { changeSettings } from '../../../src/core/library/settings.ts';
import { failureOf, FailureError } from '../../../src/shared/failure.ts';
import { InventedWords } from '../invented-words.ts';
import { chooseCommand } from './choose-command.ts';
import { sitDown, standUp, type Desk } from './desk.ts';
import { openWithKey } from './open-with-key.ts';
import { personDigest } from './person-digest.ts';
import type { WorkerLine, WorkerTask } from './worker-protocol.ts';

/** Does something to a library; calls `answered` whenever the core acknowledged a change. */
type Work = (desk: Desk, answered: () => void) => unknown;

// Node does so at the end of a process, and this one is killed.
flushCompileCache();
const input = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const task = JSON.parse(await nextLine()) as WorkerTask;
const words = new InventedWords(task.seed, 400);
const { random } = words;
const { signal } = new AbortController();
let passphrase = task.passphrase;

let twin = sitDown(openWithKey(task.twin, task.dataKey));
setSynchronous('OFF');
say({ kind: 'opening' });
let library = sitDown(openWithKey(task.folder, task.dataKey));
say({ kind: 'open' });
await finishImports();
for (let change = 0; task.changes === null || change < task.changes; change += 1) {
  await somethingNew();
  if (change % 8 === 7) compare();
}
compare();
standUp(library);
leave();

/** What an earlier worker was killed in the middle of. */
async function finishImports(): Promise<void> {
  for (const { id, state } of listBatches(twin.library.database).reverse()) {
    if (state !== 'done' && state !== 'cancelled') await both('import goes on', importBatch(id));
  }
}

async function somethingNew(): Promise<unknown> {
  const chance = random.below(100);
  if (chance < 8) return importSome();
  if (chance < 60) return command();
  if (chance < 68) return both('undo', (desk) => desk.commands.undo());
  if (chance < 72) return both('redo', (desk) => desk.commands.redo());
  if (chance < 86) return tend();
  if (chance < 90) return exportAll();
  if (chance < 94) return setting();
  if (chance < 98) return alone('reopen', reopen);
  return chance === 98 ? newPassphrase() : newKey();
}

async function importSome(): Promise<void> {
  const paths = Array.from({ length: 1 + random.below(4) }, () => random.pick(task.files));
  const [id] = await Promise.all(
    [twin, library].map((desk) =>
      persistently('queue', () => createBatch(desk.library.database, paths)),
    ),
  );
  if (id !== undefined) await both('import', importBatch(id));
}

function importBatch(id: number): Work {
  return (desk, answered) =>
    runBatch(desk, id, { signal, onFile: answered, onProgress: () => undefined });
}

function command(): Promise<unknown> {
  const chosen = chooseCommand(twin.library.database, words);
  return chosen ? both(chosen.kind, (desk) => desk.commands.run(chosen)) : importSome();
}

/** Merging and sweeping change nothing that a person sees; on a full disk they wait. */
function tend(): void {
  const budget = random.below(40);
  try {
    while (library.search.maintain(budget) && random.below(4) > 0);
  } catch (error) {
    if (failureOf(error).kind !== 'disk-full') throw error;
  }
}

/** The whole library, as a new file. */
async function exportAll(): Promise<void> {
  const format = random.pick(['csv', 'markdown'] as const);
  const name = `${task.seed}-${random.below(2 ** 30)}`;
  const folderOf = (desk: Desk): string => (desk === twin ? task.twinExports : task.exports);
  const refused = await both('export', (desk) => {
    const {
      library: { database },
      search,
    } = desk;
    const file = join(folderOf(desk), name);
    exportExcerpts(database, search, { selection: { kind: 'all' }, format, file });
  });
  if (!refused) say({ kind: 'exported', name });
}

function setting(): Promise<unknown> {
  const idleMinutes = random.pick([1, 2, 5, 10] as const);
  return both('setting', (desk) => changeSettings(desk.library.database, { idleMinutes }));
}

/** What could be undone ends with the session. */
function reopen(): void {
  if (library.library.state() !== 'closed') standUp(library);
  library = sitDown(openWithKey(task.folder, task.dataKey));
  twin = sitDown(twin.library);
}

function newPassphrase(): Promise<void> {
  const next = words.text('latin', 8);
  return alone(
    'passphrase',
    async () => {
      await changePassphrase(library.library, passphrase, next, { cost: ARGON_FLOOR });
      passphrase = next;
    },
    next,
  );
}

/** Ends the worker: the key it was given opens nothing any more. Finds out by itself that a small disk has no room. */
async function newKey(): Promise<void> {
  const options = { cost: ARGON_FLOOR, free: () => Infinity };
  await alone('new key', () => reencryptLibrary(library.library, passphrase, options));
  leave();
}

/** What changes nothing that the twin has. */
async function alone(what: string, work: () => unknown, newPassphrase?: string): Promise<void> {
  const digests = [personDigest(twin.library.database)];
  say({ kind: 'begin', what, digests, ...(newPassphrase === undefined ? {} : { newPassphrase }) });
  await persistently(what, work);
  say({ kind: 'done', step: 0 });
}

/**
 * On the twin first, to know what comes of it; then in earnest. Work of one step need not say that it is done.
 * Answers the kind of the failure that a person was told, if any.
 */
async function both(what: string, work: Work): Promise<string | undefined> {
  const digests: string[] = [];
  const note = (): unknown => digests.push(personDigest(twin.library.database));
  const refused = await refusal(() => work(twin, note));
  if (digests.length === 0) note();
  say({ kind: 'begin', what, digests });
  let step = 0;
  const refusedToo = await refusal(() =>
    persistently(what, () => {
      step = 0;
      return work(library, () => say({ kind: 'done', step: step++ }));
    }),
  );
  if (step === 0) say({ kind: 'done', step: 0 });
  if (refused !== refusedToo) say({ kind: 'astray', what });
  return refusedToo;
}

/** The kind of a failure that a person would be told; undefined when it worked. */
async function refusal(run: () => unknown): Promise<string | undefined> {
  try {
    await run();
    return undefined;
  } catch (error) {
    if (error instanceof FailureError) return error.failure.kind;
    throw error;
  }
}

/** Again when there is room, as often as the disk is full. */
async function persistently<T>(what: string, run: () => T): Promise<Awaited<T>> {
  for (;;) {
    try {
      return await run();
    } catch (error) {
      if (failureOf(error).kind !== 'disk-full') throw error;
      say({ kind: 'full', what });
      await nextLine();
    }
  }
}

function compare(): void {
  const [expected, found] = [twin, library].map((desk) => personDigest(desk.library.database));
  if (expected !== found) say({ kind: 'astray', what: 'compare' });
}

/** Nothing of the twin has to last. */
function setSynchronous(value: 'OFF' | 'FULL'): void {
  const { database, originals } = twin.library;
  for (const each of [database, originals.database]) each.pragma(`synchronous=${value}`);
}

function leave(): never {
  setSynchronous('FULL');
  process.exit(0);
}

function say(line: WorkerLine): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

async function nextLine(): Promise<string> {
  const { value } = await input.next();
  return value ?? process.exit(1);
}
