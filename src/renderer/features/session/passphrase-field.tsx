import { Eye, EyeOff } from 'lucide-react';
import { useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/field.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Input } from '../../components/input.tsx';
import { layoutHintOf } from './layout-hint.ts';
import styles from './passphrase-field.module.css';

interface PassphraseFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem?: string | null;
  readonly hint?: ReactNode;
  /** Something more to look at than Caps Lock and the letters. */
  readonly warning?: string | null;
  readonly autoFocus?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly shown: boolean;
  readonly onShownChange: (shown: boolean) => void;
}

/** A passphrase that can be looked at, with a word when Caps Lock is on or the letters are of another keyboard. */
export function PassphraseField(props: PassphraseFieldProps) {
  const { t } = useTranslation('session');
  const [capsLock, setCapsLock] = useState(false);
  const { shown } = props;
  const watch = (event: KeyboardEvent | React.MouseEvent): void =>
    setCapsLock(event.getModifierState('CapsLock'));
  // Who sees the letters needs no word about them.
  const layout = useLayoutWords(shown ? '' : props.value);
  const warnings = [capsLock ? t('caps-lock') : null, layout, props.warning ?? null].filter(
    (words) => words !== null,
  );
  return (
    <Field
      label={props.label}
      problem={props.problem ?? null}
      hint={props.hint}
      warning={
        warnings.length > 0 && (
          <span role="status" className={styles['warning']}>
            {warnings.join(' ')}
          </span>
        )
      }
    >
      {({ id, describedBy }) => (
        <div className={styles['passphrase']}>
          <Input
            id={id}
            ref={props.inputRef}
            large
            dir="ltr"
            type={shown ? 'text' : 'password'}
            autoFocus={props.autoFocus}
            aria-describedby={describedBy}
            aria-invalid={props.problem ? true : undefined}
            value={props.value}
            onChange={(event) => props.onChange(event.target.value)}
            onKeyDown={watch}
            onKeyUp={watch}
            onMouseDown={watch}
          />
          <IconButton
            icon={shown ? EyeOff : Eye}
            label={shown ? t('passphrase-hide') : t('passphrase-show')}
            aria-pressed={shown}
            onClick={() => props.onShownChange(!shown)}
          />
        </div>
      )}
    </Field>
  );
}

/** While one types: only what is certain. That Latin letters make no words is said after they did not open. */
function useLayoutWords(typed: string): string | null {
  const { t } = useTranslation('session');
  const hint = layoutHintOf(typed);
  if (hint === null || hint.kind === 'latin-nonsense') return null;
  return hint.kind === 'mixed' ? t('layout-mixed') : t(`layout-${hint.script}`);
}
