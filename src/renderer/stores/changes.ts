/** Counts the changes of the library by noun, so that a view knows when to ask again. */
import { create } from 'zustand';
import type { ChangedNoun } from '../../shared/ipc/contract.ts';

export type ChangesSlice = Readonly<Record<ChangedNoun, number>>;

export const useChanges = create<ChangesSlice>()(() => ({
  document: 0,
  passage: 0,
  tag: 0,
  case: 0,
  event: 0,
  search: 0,
}));

export function noteChanges(what: readonly ChangedNoun[]): void {
  useChanges.setState((counts) => Object.fromEntries(what.map((noun) => [noun, counts[noun] + 1])));
}

/** One number that grows whenever passages or what they are tied to change. */
export function excerptRevision(counts: ChangesSlice): number {
  return counts.passage + counts.tag + counts.case + counts.event + counts.document;
}
