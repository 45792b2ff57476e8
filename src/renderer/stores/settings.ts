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

let lastChange = 0;

/** Changes what is given; shown at once, so that the next change can build on it before this one is kept. */
export async function changeSettings(changed: RequestOf<'settings.set'>): Promise<void> {
  const change = ++lastChange;
  const { settings } = useSettings.getState();
  const given = Object.entries(changed).filter(([, value]) => value !== undefined);
  if (settings !== null) noteSettings(Object.assign({ ...settings }, Object.fromEntries(given)));
  const outcome = await call('settings.set', changed);
  if (outcome.ok) {
    // An answer to an older change does not know the newer one.
    if (change === lastChange) noteSettings(outcome.value);
    return;
  }
  showFailure(outcome.failure);
  await loadSettings();
}
