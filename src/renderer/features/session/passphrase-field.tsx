import { Eye, EyeOff } from 'lucide-react';
import { useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/field.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Input } from '../../components/input.tsx';
import styles from './passphrase-field.module.css';

interface PassphraseFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem?: string | null;
  readonly hint?: ReactNode;
  readonly autoFocus?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly shown: boolean;
  readonly onShownChange: (shown: boolean) => void;
}

/** A passphrase that can be looked at, with a word when Caps Lock is on. */
export function PassphraseField(props: PassphraseFieldProps) {
  const { t } = useTranslation('session');
  const [capsLock, setCapsLock] = useState(false);
  const { shown } = props;
  const watch = (event: KeyboardEvent): void => setCapsLock(event.getModifierState('CapsLock'));
  return (
    <Field
      label={props.label}
      problem={props.problem ?? null}
      hint={capsLock ? <span className={styles['caps']}>{t('caps-lock')}</span> : props.hint}
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
