import { vi } from 'vitest';

/** Milliseconds: a busy machine takes its time, and what never comes still fails. */
const MOST_MS = 30_000;

/** What `check` answers as soon as it throws no more. */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: MOST_MS, interval: 30 });
}
