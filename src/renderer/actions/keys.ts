/** Keys of the window. Accelerators work everywhere, single keys only while no field has the focus. */
import { ACTIONS, type ActionDefinition, type ActionId } from '../../shared/actions.ts';
import { matchesAccelerator, matchesKey } from './shortcut.ts';
import { runAction } from './registry.ts';

/** Left to the field that has the focus: its own undo is what a person means there. */
const FIELD_OWNS: ReadonlySet<ActionId> = new Set(['edit.undo', 'edit.redo']);

/** A stroke that is handled here is not given to the menu, so no action runs twice. */
export function listenForKeys(target: Window): void {
  const mac = navigator.platform.startsWith('Mac');
  target.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.repeat) return;
    const inField = isField(event.target);
    const modal = document.querySelector('dialog[open]') !== null;
    for (const action of ACTIONS) {
      const { id, accelerator, key }: ActionDefinition & { id: ActionId } = action;
      if (modal || (inField && FIELD_OWNS.has(id))) continue;
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

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}
