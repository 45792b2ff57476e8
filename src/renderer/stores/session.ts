/** The open library: the workbench has only one in its life, because locking ends its page. */
import { create } from 'zustand';
import type { LibrarySummary } from '../../shared/domain/library.ts';
import { call } from '../api.ts';
import { i18n } from '../i18n.ts';
import { showFailure, showNotice } from './notices.ts';

export interface LibrarySlice {
  /** null until the library answered for the first time. */
  readonly library: LibrarySummary | null;
}

export const useLibrary = create<LibrarySlice>()(() => ({ library: null }));

export async function loadLibrary(): Promise<void> {
  const outcome = await call('library.summary', {});
  if (!outcome.ok) return showFailure(outcome.failure);
  useLibrary.setState({ library: outcome.value });
  // Found when it was opened: nobody will push it.
  if (outcome.value.condition.kind !== 'sound') noteCondition(outcome.value);
}

/** Takes in what was pushed, and tells the person what it means for the work. */
export function noteCondition({
  condition,
  readOnly,
}: Pick<LibrarySummary, 'condition' | 'readOnly'>): void {
  const { library } = useLibrary.getState();
  if (library) useLibrary.setState({ library: { ...library, condition, readOnly } });
  showNotice({
    tone: condition.kind === 'sound' ? 'info' : 'problem',
    text: i18n.t(`condition-${condition.kind}`, { ns: 'status' }),
    topic: 'library-condition',
  });
}

export function isLibraryOpen(): boolean {
  return useLibrary.getState().library !== null;
}
