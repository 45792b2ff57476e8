import type { LucideIcon } from 'lucide-react';
import type { ActionId } from '../../shared/actions.ts';
import { useAction } from '../actions/use-action.ts';
import { Button, type ButtonProps } from './button.tsx';
import { IconButton } from './icon-button.tsx';

/** A button that runs a registered action; its words, key and state come from there. */
export function ActionButton({ action, ...rest }: ButtonProps & { action: ActionId }) {
  const { label, hint, enabled, run } = useAction(action);
  return (
    <Button title={hint} disabled={!enabled} onClick={run} {...rest}>
      {rest.children ?? label}
    </Button>
  );
}

export function ActionIconButton({ action, icon }: { action: ActionId; icon: LucideIcon }) {
  const { label, hint, enabled, run } = useAction(action);
  return <IconButton icon={icon} label={label} hint={hint} disabled={!enabled} onClick={run} />;
}
