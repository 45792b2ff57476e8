/** Keeps the search index and the file in shape while nobody waits for anything. */
import type { SearchIndex } from '../search/search-index.ts';

/** Pause between looks for work, and between slices of it, in milliseconds. */
const LOOK_EVERY_MS = 2_000;
const BETWEEN_SLICES_MS = 50;
/** A slice holds the library process no longer than this, so that a key typed meanwhile is not felt (milliseconds). */
const SLICE_MS = 30;

/** Share of the time to the idle lock after which nobody is taken to be there; a file is written anew in seconds. */
const NOBODY_THERE = 0.8;

export interface Tended {
  readonly search: Pick<SearchIndex, 'maintain'>;
  /** While it answers true nothing is begun. */
  isBusy(): boolean;
  /** When something was asked for last (milliseconds since the epoch). */
  lastAsked(): number;
  /** Minutes after which the library locks itself. */
  idleMinutes(): number;
  /** Writes the file anew if there is need to; holds the process while it does. */
  purge(): void;
}

/**
 * Starts looking for work.
 * @returns stops it; nothing is done afterwards.
 */
export function startMaintenance(tended: Tended): () => void {
  let timer = setTimeout(look, LOOK_EVERY_MS);
  function look(): void {
    timer = setTimeout(look, workedOn() ? BETWEEN_SLICES_MS : LOOK_EVERY_MS);
  }
  /** A full or failing disk stops the tending until later; thrown from a timer it would end the process. */
  function workedOn(): boolean {
    try {
      if (tended.isBusy()) return false;
      if (tended.search.maintain(SLICE_MS)) return true;
      if (nobodyIsThere()) tended.purge();
    } catch {
      return false;
    }
    return false;
  }
  function nobodyIsThere(): boolean {
    return Date.now() - tended.lastAsked() > tended.idleMinutes() * 60_000 * NOBODY_THERE;
  }
  return () => clearTimeout(timer);
}
