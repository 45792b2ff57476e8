/** Keys of the window. Accelerators work everywhere, single keys only while no field has the focus. */
import { ACTIONS, type ActionDefinition, type ActionId } from '../../shared/actions.ts';
import { dialogStops, fieldTakes, isField } from './focus.ts';
import { matchesAccelerator, matchesKey } from './shortcut.ts';
import { runAction } from './registry.ts';

/** A stroke that is handled here is not given to the menu, so no action runs twice. */
export function listenForKeys(target: Window): void {
  const mac = navigator.platform.startsWith('Mac');
  target.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.repeat) return;
    const inField = isField(event.target);
    for (const action of ACTIONS) {
      const { id, accelerator, key }: ActionDefinition & { id: ActionId } = action;
      if (fieldTakes(id, event.target) || dialogStops(id)) continue;
      const matches =
        (accelerator !== undefined && matchesAccelerator(accelerator, event, mac)) ||
        (key !== undefined && !inField && matchesKey(key, event));
      if (matches && runAction(id)) {
        event.preventDefault();
        return;
      }
    }
  });
}

/** Runs what was chosen in the application menu. */
export function runFromMenu(id: ActionId): void {
  if (fieldTakes(id, document.activeElement)) {
    // The only way to a field's own undo; deprecated, but nothing has taken its place.
    document.execCommand(id === 'edit.undo' ? 'undo' : 'redo');
  } else if (!dialogStops(id)) runAction(id);
}
