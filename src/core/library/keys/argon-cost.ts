/** How dear one guess at a passphrase is, and the bounds of it. */
import { z } from 'zod';

/** RFC 9106, memory-constrained recommendation with one lane: never undercut, neither when writing nor when reading. */
export const ARGON_FLOOR: ArgonCost = { memoryKiB: 64 * 1024, passes: 3, lanes: 1 };
/** A tampered file must not hang or exhaust the machine; more memory than this the WebAssembly of hash-wasm cannot have. */
export const ARGON_CEILING: ArgonCost = { memoryKiB: 1024 * 1024, passes: 20, lanes: 16 };

/** Parameters of Argon2id. hash-wasm computes the lanes one after the other, so new slots have one. */
export interface ArgonCost {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

export const argonCostShape = {
  memoryKiB: z.int().min(ARGON_FLOOR.memoryKiB).max(ARGON_CEILING.memoryKiB),
  passes: z.int().min(ARGON_FLOOR.passes).max(ARGON_CEILING.passes),
  lanes: z.int().min(ARGON_FLOOR.lanes).max(ARGON_CEILING.lanes),
};
