import { useEffect, useId, useRef, type ReactNode } from 'react';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { classes } from './classes.ts';
import { IconButton } from './icon-button.tsx';
import styles from './modal.module.css';

interface ModalProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the bottom right, the main one last. */
  readonly footer?: ReactNode;
  readonly wide?: boolean;
  /** False when leaving must be an answer, not a slip (a passphrase shown once). */
  readonly escapable?: boolean;
}

/**
 * A native modal dialog: the browser keeps the focus inside and gives it back. The element with `data-focus-first` has
 * it first.
 */
export function Modal({ title, onClose, children, footer, wide, escapable = true }: ModalProps) {
  const { t } = useTranslation('common');
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) {
      element.showModal();
      element.querySelector<HTMLElement>('[data-focus-first]')?.focus();
    }
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      className={classes(styles['modal'], wide && styles['wide'])}
      onCancel={(event) => {
        event.preventDefault();
        if (escapable) onClose();
      }}
    >
      <header className={styles['header']}>
        <h1 id={titleId} dir="auto">
          {title}
        </h1>
        {escapable && <IconButton icon={X} label={t('close')} onClick={onClose} />}
      </header>
      <div className={styles['body']}>{children}</div>
      {footer !== undefined && <footer className={styles['footer']}>{footer}</footer>}
    </dialog>
  );
}
