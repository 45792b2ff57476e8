/** A run that takes long is followed by a longer pause: an import into a large library leaves the page free. */
const PAUSE_PER_RUN = 20;
const LONGEST_PAUSE_MS = 2_000;

/**
 * Draws calls together: the first runs at once, those that come while it runs or within `pauseMs` (at least) after it become one
 * more run. The last call is never lost.
 */
export function coalesce(run: () => Promise<void>, pauseMs: number): () => void {
  let state: 'idle' | 'busy' | 'again' = 'idle';
  const start = async (): Promise<void> => {
    state = 'busy';
    const begun = performance.now();
    await run();
    const took = performance.now() - begun;
    const pause = Math.max(pauseMs, Math.min(PAUSE_PER_RUN * took, LONGEST_PAUSE_MS));
    setTimeout(() => {
      const again = state === 'again';
      state = 'idle';
      if (again) void start();
    }, pause);
  };
  return () => {
    if (state === 'idle') void start();
    else state = 'again';
  };
}
