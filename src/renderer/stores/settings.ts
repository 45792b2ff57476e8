/** What is set for the open library. */
import { create } from 'zustand';
import type { LibrarySettings } from '../../shared/domain/settings.ts';
import type { RequestOf } from '../../shared/ipc/contract.ts';
import { call } from '../api.ts';
import { showFailure } from './notices.ts';

export interface SettingsSlice {
  /** null until the library answered for the first time. */
  readonly settings: LibrarySettings | null;
}

export const useSettings = create<SettingsSlice>()(() => ({ settings: null }));

export function noteSettings(settings: LibrarySettings): void {
  useSettings.setState({ settings });
}

export async function loadSettings(): Promise<void> {
  const outcome = await call('settings.get', {});
  if (outcome.ok) noteSettings(outcome.value);
  else showFailure(outcome.failure);
}

/** Changes what is given; shown at once, whoever keeps it. */
export async function changeSettings(changed: RequestOf<'settings.set'>): Promise<void> {
  const outcome = await call('settings.set', changed);
  if (outcome.ok) noteSettings(outcome.value);
  else showFailure(outcome.failure);
}
