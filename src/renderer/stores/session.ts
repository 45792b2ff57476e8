/** What the window has to show, as main told it. */
import { create } from 'zustand';
import type { SessionState } from '../../shared/domain/library.ts';
import { call } from '../api.ts';
import { showFailure } from './notices.ts';

export interface SessionSlice {
  /** `loading` until main answered for the first time. */
  readonly state: SessionState | { kind: 'loading' };
}

export const useSession = create<SessionSlice>()(() => ({ state: { kind: 'loading' } }));

export function setSession(state: SessionState): void {
  useSession.setState({ state });
}

export async function loadSession(): Promise<void> {
  const outcome = await call('session.state', {});
  if (outcome.ok) setSession(outcome.value);
  else showFailure(outcome.failure);
}

export function isLibraryOpen(): boolean {
  return useSession.getState().state.kind === 'open';
}
