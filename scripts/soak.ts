/**
 * `npm run soak [-- MINUTES [SEED]]`: works in libraries in a great hurry and kills the process at random moments, again and
 * again; one library is on an ordinary disk, one on a small disk that is filled meanwhile (as root). Says a line a minute;
 * ends with 1 when anything that was acknowledged is missing, or anything is not sound.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mountDisk, type SmallDisk } from '../tests/helpers/mounted-disk.ts';
import { KilledLibrary } from '../tests/helpers/workload/killed-library.ts';
import { messageOf, say } from './say.ts';

const MINUTE_MS = 60_000;
/** Then a new library is begun: each has to be small, because it is checked as a whole after each round. */
const ROUNDS_OF_A_LIBRARY = 60;
const SMALL_DISK_MEGABYTES = 48;

const minutes = Number(process.argv[2] ?? 30);
const seed = Number(process.argv[3] ?? 1 + Math.floor(Math.random() * 1e9));
const end = Date.now() + minutes * MINUTE_MS;
const tally = { libraries: 0, kills: 0, acknowledged: 0, full: 0 };
const during = new Map<string, number>();
const problems: string[] = [];

say(`Seed ${seed}, ${minutes} minutes`);
const minute = setInterval(() => say(summary()), MINUTE_MS);
try {
  const disk = trySmallDisk();
  await Promise.all([lane('disk', seed), ...(disk ? [lane('small disk', seed + 1, disk)] : [])]);
} finally {
  clearInterval(minute);
}
say(`\n${summary()}`);
const counts = [...during].toSorted(([, a], [, b]) => b - a);
say(`Killed during: ${counts.map(([what, count]) => `${what} ${count}`).join(', ')}`);
for (const problem of problems) say(`FAILED  ${problem}`);
process.exitCode = problems.length === 0 && tally.kills > 0 ? 0 : 1;

async function lane(name: string, first: number, disk?: SmallDisk): Promise<void> {
  for (let number = first; Date.now() < end && problems.length === 0; number += 2) {
    const parent = await mkdtemp(join(tmpdir(), 'kartoteka-soak-'));
    const library = await KilledLibrary.create(parent, number, disk?.folder ?? parent);
    tally.libraries += 1;
    try {
      await wearOut(library, `${name}, seed ${number}`, disk);
    } finally {
      await library.dispose();
      await rm(parent, { recursive: true, force: true });
      if (disk) await rm(join(disk.folder, 'Test.kartoteka'), { recursive: true, force: true });
    }
  }
}

async function wearOut(library: KilledLibrary, name: string, disk?: SmallDisk): Promise<void> {
  for (let round = 0; round < ROUNDS_OF_A_LIBRARY && Date.now() < end; round += 1) {
    const came = await library.round(disk);
    tally.kills += 1;
    tally.acknowledged += came.acknowledged;
    tally.full += came.full;
    during.set(came.during, (during.get(came.during) ?? 0) + 1);
    for (const problem of came.problems) {
      problems.push(`${name}, round ${round}, during ${came.during}: ${problem}`);
    }
    if (problems.length > 0) return;
  }
  const { problems: last } = await library.end();
  problems.push(...last.map((problem) => `${name}, at the end: ${problem}`));
}

function trySmallDisk(): SmallDisk | undefined {
  try {
    return mountDisk(SMALL_DISK_MEGABYTES);
  } catch (error) {
    say(`Without a small disk: ${messageOf(error)}`);
    return undefined;
  }
}

function summary(): string {
  const { libraries, kills, acknowledged, full } = tally;
  const words = `${kills} kills in ${libraries} libraries, ${acknowledged} acknowledged changes`;
  return `${words}, disk full ${full} times, ${problems.length} problems`;
}
