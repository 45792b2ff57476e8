import type { ComponentProps } from 'react';
import { classes } from './classes.ts';
import styles from './input.module.css';

/** With `autoFocus` it has the focus first in a dialog, too, which is not shown yet when React would give it. */
export function Input({
  className,
  large,
  ...rest
}: ComponentProps<'input'> & { large?: boolean }) {
  return (
    <input
      data-focus-first={rest.autoFocus || undefined}
      type="text"
      dir="auto"
      autoComplete="off"
      spellCheck={false}
      className={classes(styles['input'], large && styles['large'], className)}
      {...rest}
    />
  );
}

export function Select({ className, ...rest }: ComponentProps<'select'>) {
  return <select className={classes(styles['input'], className)} {...rest} />;
}
