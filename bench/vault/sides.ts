/** The two that are compared: the same tables with encryption and without, by the same code. */
import type { LibraryDatabase } from '../../src/core/library/connection.ts';
import type { OriginalsStore } from '../../src/core/library/originals.ts';
import { openSearchIndex } from '../../src/core/search/open-search-index.ts';
import type { SearchIndex } from '../../src/core/search/search-index.ts';
import { percentile, rounded } from './spread.ts';

export interface Side {
  readonly database: LibraryDatabase;
  readonly originals: OriginalsStore;
  readonly index: SearchIndex;
}

export type SideName = 'encrypted' | 'plain';
export type Timings = Record<SideName, number[]>;

export const noTimings = (): Timings => ({ encrypted: [], plain: [] });

export function sideOf(database: LibraryDatabase, originals: OriginalsStore): Side {
  return { database, originals, index: openSearchIndex(database) };
}

/** Who is first takes turns: the second finds the processor's caches warm. */
export function inTurn(turn: number): readonly SideName[] {
  return turn % 2 === 0 ? ['encrypted', 'plain'] : ['plain', 'encrypted'];
}

/** Milliseconds of both, and how many times longer the encrypted one took. */
export interface Comparison {
  readonly encrypted: { readonly p50: number; readonly p95: number };
  readonly plain: { readonly p50: number; readonly p95: number };
  readonly ratio: { readonly p50: number; readonly p95: number };
}

export function compare({ encrypted, plain }: Timings): Comparison {
  const of = (values: readonly number[]) => ({
    p50: rounded(percentile(values, 0.5)),
    p95: rounded(percentile(values, 0.95)),
  });
  const ratio = (share: number): number =>
    rounded(percentile(encrypted, share) / percentile(plain, share));
  return {
    encrypted: of(encrypted),
    plain: of(plain),
    ratio: { p50: ratio(0.5), p95: ratio(0.95) },
  };
}

export function time(run: () => void): number {
  const begun = performance.now();
  run();
  return performance.now() - begun;
}

export async function timed(run: () => unknown): Promise<number> {
  const begun = performance.now();
  await run();
  return performance.now() - begun;
}
