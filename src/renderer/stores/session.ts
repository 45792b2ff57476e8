/** The open library: the workbench has only one in its life, because locking ends its page. */
import { create } from 'zustand';
import type { LibrarySummary } from '../../shared/domain/library.ts';
import { call } from '../api.ts';
import { showFailure } from './notices.ts';

export interface LibrarySlice {
  /** null until the library answered for the first time. */
  readonly library: LibrarySummary | null;
}

export const useLibrary = create<LibrarySlice>()(() => ({ library: null }));

export async function loadLibrary(): Promise<void> {
  const outcome = await call('library.summary', {});
  if (outcome.ok) useLibrary.setState({ library: outcome.value });
  else showFailure(outcome.failure);
}

export function isLibraryOpen(): boolean {
  return useLibrary.getState().library !== null;
}
