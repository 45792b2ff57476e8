/** Figures of repeated measurements. */

export interface Spread {
  readonly runs: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** @param values milliseconds, in any order, at least one */
export function spread(values: readonly number[]): Spread {
  return {
    runs: values.length,
    p50: rounded(percentile(values, 0.5)),
    p95: rounded(percentile(values, 0.95)),
    max: rounded(Math.max(...values)),
  };
}

/** The nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** Two decimals: some queries take a hundredth of a millisecond. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
