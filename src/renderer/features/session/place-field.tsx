import { useTranslation } from 'react-i18next';
import { call } from '../../api.ts';
import { Button } from '../../components/button.tsx';
import { showFailure } from '../../stores/notices.ts';
import styles from './session.module.css';

interface PlaceFieldProps {
  /** Folder the library folder is made in; null is the usual place. */
  readonly parent: string | null;
  readonly onChange: (parent: string) => void;
}

export function PlaceField({ parent, onChange }: PlaceFieldProps) {
  const { t } = useTranslation('session');
  const choose = async (): Promise<void> => {
    const outcome = await call('session.choose-parent', {});
    if (!outcome.ok) showFailure(outcome.failure);
    else if (outcome.value !== null) onChange(outcome.value);
  };
  return (
    <div>
      <strong>{t('place')}</strong>
      <div className={styles['place']}>
        <span title={parent ?? undefined}>{parent ?? t('place-default')}</span>
        <Button onClick={() => void choose()}>{t('place-change')}</Button>
      </div>
    </div>
  );
}
