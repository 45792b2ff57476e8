import { useTranslation } from 'react-i18next';
import { call } from '../../api.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Input } from '../../components/input.tsx';
import { showFailure } from '../../stores/notices.ts';
import { PlaceWarnings } from './place-warnings.tsx';
import styles from './session.module.css';

interface PlaceFieldProps {
  readonly folderName: string;
  readonly onRename: (folderName: string) => void;
  /** Folder the library folder is made in; null is the usual place. */
  readonly parent: string | null;
  readonly onChange: (parent: string) => void;
}

/** What can be seen on the disk without the passphrase: the name of the folder, and where it lies. */
export function PlaceField({ folderName, onRename, parent, onChange }: PlaceFieldProps) {
  const { t } = useTranslation('session');
  const choose = async (): Promise<void> => {
    const outcome = await call('session.choose-parent', {});
    if (!outcome.ok) showFailure(outcome.failure);
    else if (outcome.value !== null) onChange(outcome.value);
  };
  return (
    <Field label={t('folder')} hint={t('folder-hint')} warning={<PlaceWarnings folder={parent} />}>
      {({ id, describedBy }) => (
        <>
          <Input
            id={id}
            aria-describedby={describedBy}
            placeholder={t('folder-value')}
            value={folderName}
            onChange={(event) => onRename(event.target.value)}
          />
          <div className={styles['place']}>
            <span title={parent ?? undefined}>{parent ?? t('place-default')}</span>
            <Button onClick={() => void choose()}>{t('place-change')}</Button>
          </div>
        </>
      )}
    </Field>
  );
}
