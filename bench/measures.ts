/** How the benchmarks take times and sum them up. */

/** Milliseconds that `run` takes. */
export function time(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** @param share 0.5 for the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Our quantile to theirs. */
export function ratio(ours: readonly number[], theirs: readonly number[], share: number): number {
  return round(quantile(ours, share) / quantile(theirs, share));
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
