import type { ComponentProps } from 'react';
import { classes } from './classes.ts';
import styles from './input.module.css';

export function Input({
  className,
  large,
  ...rest
}: ComponentProps<'input'> & { large?: boolean }) {
  return (
    <input
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
