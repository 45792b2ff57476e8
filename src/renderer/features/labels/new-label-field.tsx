import { useTranslation } from 'react-i18next';
import type { LabelKind } from '../../../shared/domain/label.ts';
import { Input } from '../../components/input.tsx';
import { createLabel } from './create-label.ts';
import styles from './labels.module.css';

interface NewLabelFieldProps {
  readonly kind: LabelKind;
  readonly onDone: () => void;
}

/** The name of a new label: Enter makes it, Esc leaves. */
export function NewLabelField({ kind, onDone }: NewLabelFieldProps) {
  const { t } = useTranslation('labels');
  const create = async (name: string): Promise<void> => {
    if (name === '' || (await createLabel(kind, name))) onDone();
  };
  return (
    <div className={styles['new']}>
      <Input
        autoFocus
        aria-label={t(`name-${kind}`)}
        placeholder={t(`name-${kind}`)}
        onBlur={(event) => {
          if (event.target.value.trim() === '') onDone();
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') onDone();
          else if (event.key === 'Enter') void create(event.currentTarget.value.trim());
        }}
      />
    </div>
  );
}
