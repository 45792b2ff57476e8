import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classes } from './classes.ts';
import styles from './icon-button.module.css';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  readonly icon: LucideIcon;
  /** What it does, for the tooltip and for those who hear the page. */
  readonly label: string;
  /** Tooltip, when it says more than the label (its key, say). */
  readonly hint?: string;
}

export function IconButton({ icon: Icon, label, hint, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={hint ?? label}
      className={classes(styles['icon'], className)}
      {...rest}
    >
      <Icon size={16} aria-hidden />
    </button>
  );
}
