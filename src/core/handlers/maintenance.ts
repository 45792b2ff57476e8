/** Keeps the search index in shape while nobody waits for anything. */
import type { SearchIndex } from '../search/search-index.ts';

/** Pause between looks for work, and between slices of it, in milliseconds. */
const LOOK_EVERY_MS = 2_000;
const BETWEEN_SLICES_MS = 50;
/** A slice holds the library process no longer than this, so that a key typed meanwhile is not felt (milliseconds). */
const SLICE_MS = 30;

/**
 * Starts looking for work.
 * @param isBusy while it answers true nothing is begun.
 * @returns stops it; no slice runs afterwards.
 */
export function startMaintenance(
  search: Pick<SearchIndex, 'maintain'>,
  isBusy: () => boolean,
): () => void {
  let timer = setTimeout(look, LOOK_EVERY_MS);
  function look(): void {
    timer = setTimeout(look, workedOn() ? BETWEEN_SLICES_MS : LOOK_EVERY_MS);
  }
  /** A full or failing disk stops the tending until later; thrown from a timer it would end the process. */
  function workedOn(): boolean {
    try {
      return !isBusy() && search.maintain(SLICE_MS);
    } catch {
      return false;
    }
  }
  return () => clearTimeout(timer);
}
