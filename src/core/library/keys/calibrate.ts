/** Finds how dear a guess can be made so that unlocking takes about a second on this machine. */
import { totalmem } from 'node:os';
import { ARGON_CEILING, ARGON_FLOOR, type ArgonCost } from './argon-cost.ts';
import { deriveKey } from './derive-key.ts';

const TARGET_MS = 1_000;
/** A busy machine makes a run look slower than the machine is; the faster of two is nearer to the truth. */
const RUNS = 2;
/** The library may be opened on another machine, or on this one when it is full: no more than this, and an eighth of it. */
const MOST_MEMORY_KIB = 512 * 1024;
const SHARE_OF_MACHINE = 8;

/** @param measure milliseconds that one derivation of this cost takes; replaced in tests */
export async function calibrateCost(
  measure: (cost: ArgonCost) => Promise<number> = timeOf,
  machineKiB = totalmem() / 1024,
): Promise<ArgonCost> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) times.push(await measure(ARGON_FLOOR));
  return costFor(Math.min(...times), machineKiB);
}

/**
 * Memory first, because it is what makes guessing on special hardware dear; then passes. The time grows in proportion
 * to both.
 * @param floorMs what the floor takes
 */
function costFor(floorMs: number, machineKiB: number): ArgonCost {
  const most = Math.min(MOST_MEMORY_KIB, machineKiB / SHARE_OF_MACHINE);
  let { memoryKiB, passes } = ARGON_FLOOR;
  let perPass = Math.max(floorMs, 1) / passes;
  while (memoryKiB * 2 <= most && perPass * 2 * passes <= TARGET_MS) {
    memoryKiB *= 2;
    perPass *= 2;
  }
  passes = Math.max(passes, Math.min(ARGON_CEILING.passes, Math.round(TARGET_MS / perPass)));
  return { memoryKiB, passes, lanes: ARGON_FLOOR.lanes };
}

async function timeOf(cost: ArgonCost): Promise<number> {
  const begun = performance.now();
  await deriveKey(new Uint8Array([1]), new Uint8Array(16), cost);
  return performance.now() - begun;
}
