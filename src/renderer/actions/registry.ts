/**
 * What each action of `shared/actions.ts` does here. Buttons, menu events and keys all run actions by id, so an action is
 * written once and is enabled or not in one place.
 */
import { ACTIONS, type ActionId } from '../../shared/actions.ts';

export interface ActionHandler {
  /** Whether it can run now; must be quick, it is asked whenever the interface changes. */
  readonly enabled: () => boolean;
  readonly run: () => void | Promise<void>;
}

const handlers = new Map<ActionId, ActionHandler>();
const listeners = new Set<() => void>();

/**
 * Registers what an action does; call the answer to take it back (a feature that is not on the screen offers nothing).
 * @throws Error when the action has a handler already: two meanings of one key would be a defect.
 */
export function registerAction(id: ActionId, handler: ActionHandler): () => void {
  if (handlers.has(id)) throw new Error(`Action ${id} is registered already.`);
  handlers.set(id, handler);
  actionsChanged();
  return () => {
    if (handlers.get(id) === handler) handlers.delete(id);
    actionsChanged();
  };
}

export function isActionEnabled(id: ActionId): boolean {
  return handlers.get(id)?.enabled() ?? false;
}

/** Runs an action when it is enabled; answers whether it ran. */
export function runAction(id: ActionId): boolean {
  const handler = handlers.get(id);
  if (handler === undefined || !handler.enabled()) return false;
  void handler.run();
  return true;
}

export function isActionId(id: string): id is ActionId {
  return ACTIONS.some((action) => action.id === id);
}

/** Says that `enabled()` of some action may answer differently now. */
export function actionsChanged(): void {
  for (const listener of listeners) listener();
}

export function onActionsChanged(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
