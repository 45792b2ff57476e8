/** What the focus says about a key or a menu item: a field and a dialog come before the rest of the window. */
import type { ActionId } from '../../shared/actions.ts';

/** A field undoes its own typing: that is what a person means while the caret is in it. */
const FIELD_OWNS: ReadonlySet<ActionId> = new Set(['edit.undo', 'edit.redo']);

/** Must work whatever is open. */
const ALWAYS: ReadonlySet<ActionId> = new Set(['library.lock']);

export function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}

/** Whether the field that has the focus takes the action for itself. */
export function fieldTakes(id: ActionId, focused: EventTarget | null): boolean {
  return FIELD_OWNS.has(id) && isField(focused);
}

/** Whether an open dialog keeps the action from the window behind it. */
export function dialogStops(id: ActionId): boolean {
  return !ALWAYS.has(id) && document.querySelector('dialog:modal') !== null;
}
