/**
 * Draws calls together: the first runs at once, those that come while it runs or within `pauseMs` after it become one
 * more run. The last call is never lost.
 */
export function coalesce(run: () => Promise<void>, pauseMs: number): () => void {
  let state: 'idle' | 'busy' | 'again' = 'idle';
  const start = async (): Promise<void> => {
    state = 'busy';
    await run();
    setTimeout(() => {
      const again = state === 'again';
      state = 'idle';
      if (again) void start();
    }, pauseMs);
  };
  return () => {
    if (state === 'idle') void start();
    else state = 'again';
  };
}
