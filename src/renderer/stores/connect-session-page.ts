/** What the session page hears: it has no library, so little of what is pushed is for it. */
import { runFromMenu } from '../actions/keys.ts';
import { isActionId } from '../actions/registry.ts';
import { onEvent } from '../api.ts';
import { noteClipboard } from './clipboard.ts';

export function connectSessionPage(): void {
  onEvent((event) => {
    if (event.kind === 'clipboard-changed') noteClipboard(event.state);
    else if (event.kind === 'action' && isActionId(event.id)) runFromMenu(event.id);
  });
}
