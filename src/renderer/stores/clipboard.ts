/** Whether something copied here is still on the clipboard, and until when. */
import { create } from 'zustand';
import type { ClipboardState } from '../../shared/domain/clipboard.ts';
import { call } from '../api.ts';
import { showFailure } from './notices.ts';

export interface ClipboardSlice {
  /** By `performance.now()`; null while nothing of ours is there. */
  readonly until: number | null;
}

export const useClipboard = create<ClipboardSlice>()(() => ({ until: null }));

export function noteClipboard(state: ClipboardState): void {
  useClipboard.setState({
    until: state.kind === 'holding' ? performance.now() + state.milliseconds : null,
  });
}

/** Copies on an explicit act of the person; answers whether it went well. */
export async function copyText(text: string): Promise<boolean> {
  const outcome = await call('clipboard.write', { text });
  if (!outcome.ok) showFailure(outcome.failure);
  return outcome.ok;
}

export async function releaseClipboard(): Promise<void> {
  const outcome = await call('clipboard.release', {});
  if (!outcome.ok) showFailure(outcome.failure);
}
