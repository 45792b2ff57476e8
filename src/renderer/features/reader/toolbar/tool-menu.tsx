import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { LucideIcon } from 'lucide-react';
import { classes } from '../../../components/classes.ts';
import { IconButton } from '../../../components/icon-button.tsx';
import { nextIndex } from '../../../components/use-moving.ts';
import styles from './tool-menu.module.css';

export interface ToolMenuProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly className?: string | undefined;
  /** What is shown while it is open; a button with `data-closes` closes it. */
  readonly children: ReactNode;
}

/** A button of the toolbar with more tools below it. Arrows go through its buttons, Escape closes it. */
export function ToolMenu({ icon, label, className, children }: ToolMenuProps) {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    if (!open) return undefined;
    shown(box.current, 'button, select')[0]?.focus();
    // Pages keep the focus where it is when they are clicked, so blur alone would not tell.
    const onPointer = ({ target }: PointerEvent): void => {
      if (target instanceof Node && !place.current?.contains(target)) setOpen(false);
    };
    document.addEventListener('pointerdown', onPointer, true);
    return () => document.removeEventListener('pointerdown', onPointer, true);
  }, [open]);
  const close = (): void => {
    setOpen(false);
    place.current?.querySelector('button')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!open) return;
    if (event.key === 'Escape') close();
    else {
      const buttons = shown(box.current, 'button');
      const at = buttons.findIndex((button) => button === document.activeElement);
      const next = at === -1 ? null : nextIndex(event.key, at, buttons.length);
      if (next === null) return;
      buttons[next]?.focus();
      event.preventDefault();
    }
    event.stopPropagation();
  };
  return (
    <div
      ref={place}
      className={classes(styles['place'], className)}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setOpen(false);
      }}
      onKeyDown={onKeyDown}
    >
      <IconButton
        icon={icon}
        label={label}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <div
          ref={box}
          id={id}
          className={styles['menu']}
          role="group"
          aria-label={label}
          tabIndex={-1}
          // What the button did may have taken the focus elsewhere: then it stays there.
          onClick={({ target, currentTarget }) => {
            if (!(target instanceof Element) || !target.closest('[data-closes]')) return;
            if (currentTarget.contains(document.activeElement)) close();
            else setOpen(false);
          }}
        >
          {children}
        </div>
      )}
    </div>
  );
}

/** A style may hide some of them. */
function shown(root: HTMLElement | null, selector: string): HTMLElement[] {
  const found = [...(root?.querySelectorAll<HTMLElement>(selector) ?? [])];
  return found.filter((element) => element.checkVisibility());
}
