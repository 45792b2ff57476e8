import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { ACTIONS, type ActionDefinition, type ActionId } from '../../shared/actions.ts';
import { shortcutText } from './shortcut.ts';
import { isActionEnabled, onActionsChanged, runAction } from './registry.ts';

export interface UsedAction {
  readonly label: string;
  /** Label with its key, for a tooltip. */
  readonly hint: string;
  /** Its key alone, as it is written here; empty without one. */
  readonly shortcut: string;
  readonly enabled: boolean;
  readonly run: () => void;
}

/** An action as a button needs it. */
export function useAction(id: ActionId): UsedAction {
  const { t } = useTranslation('actions');
  const enabled = useSyncExternalStore(onActionsChanged, () => isActionEnabled(id));
  const definition: ActionDefinition | undefined = ACTIONS.find((action) => action.id === id);
  const shortcut = definition === undefined ? '' : shortcutText(definition, navigator.platform);
  const label = t(id);
  return {
    label,
    hint: shortcut === '' ? label : `${label} (${shortcut})`,
    shortcut,
    enabled,
    run: () => void runAction(id),
  };
}
