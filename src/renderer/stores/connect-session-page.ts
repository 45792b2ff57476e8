/** What the session page hears: it has no library, so little of what is pushed is for it. */
import { runFromMenu } from '../actions/keys.ts';
import { isActionId } from '../actions/registry.ts';
import { call, onEvent } from '../api.ts';
import { noteClipboard } from './clipboard.ts';
import { noteRescue } from './rescue.ts';

export function connectSessionPage(): void {
  onEvent((event) => {
    if (event.kind === 'locking') void leave();
    else if (event.kind === 'rescue-progress') noteRescue(event);
    else if (event.kind === 'clipboard-changed') noteClipboard(event.state);
    else if (event.kind === 'action' && isActionId(event.id)) runFromMenu(event.id);
  });
}

/** A library was opened here and is locked before its workbench came: the recovery sheet must go from the screen. */
async function leave(): Promise<void> {
  document.body.hidden = true;
  await call('session.typing-saved', {});
}
