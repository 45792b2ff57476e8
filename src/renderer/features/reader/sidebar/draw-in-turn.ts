/** Small pictures are drawn one after the other, so that the page a person reads waits for one at most. */

let last: Promise<unknown> = Promise.resolve();

/** @throws what `draw` throws, or what the signal aborts with: what has left the view is not drawn any more. */
export function drawInTurn(draw: () => Promise<void>, signal: AbortSignal): Promise<void> {
  const turn = last.then(() => {
    signal.throwIfAborted();
    return draw();
  });
  last = turn.catch(() => undefined);
  return turn;
}
