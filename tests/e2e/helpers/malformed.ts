/** Makes payloads of every wrong shape, the same ones for the same seed. */

export type Random = () => number;

/** Mulberry32 by Tommy Ettinger (public domain): small, and the same everywhere. Answers 0 to 1, 1 excluded. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const KEYS = [
  'constructor',
  'toString',
  'kind',
  'id',
  'documentId',
  'passageIds',
  'path',
  'paths',
  'query',
  'limit',
  'command',
  'fields',
  'anchor',
  'selection',
  'folder',
  'passphrase',
  'then',
  '',
];

const ODD: readonly unknown[] = [
  null,
  undefined,
  true,
  0,
  -1,
  0.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.MAX_SAFE_INTEGER + 2,
  '',
  '\0',
  '\uD800',
  '../../../../etc/hostname',
  "'; DROP TABLE passage; --",
  'x'.repeat(2_000),
  [],
  {},
];

/** A value of any shape; deeper than three levels only odd leaves. */
export function malformed(random: Random, depth = 0): unknown {
  const choice = random();
  if (depth > 3 || choice < 0.4) return pick(random, ODD);
  if (choice < 0.55) {
    return Array.from({ length: Math.floor(random() * 5) }, () => malformed(random, depth + 1));
  }
  const entries = Array.from({ length: 1 + Math.floor(random() * 4) }, () => [
    pick(random, KEYS),
    // The bridge leaves out what is undefined, and less may be well-formed.
    malformed(random, depth + 1) ?? null,
  ]);
  return Object.fromEntries(entries) as unknown;
}

function pick<T>(random: Random, from: readonly T[]): T | undefined {
  return from[Math.floor(random() * from.length)];
}
