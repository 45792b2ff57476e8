import { useTranslation } from 'react-i18next';
import type { Changes } from '../../../shared/domain/changes.ts';
import type { CaseFields } from '../../../shared/domain/command.ts';
import type { Case } from '../../../shared/domain/label.ts';
import { EditableText } from '../../components/editable-text.tsx';
import { runCommand } from '../../stores/history.ts';
import { FieldRow } from './field-row.tsx';
import styles from './labels.module.css';

export function CaseFieldsEditor({ entry }: { entry: Case }) {
  const { t } = useTranslation('labels');
  const save = (fields: Changes<CaseFields>, typing = false) =>
    runCommand(
      { kind: 'case.update', id: entry.id, fields },
      typing ? { untold: 'name-taken' } : {},
    );
  return (
    <div className={styles['fields']}>
      <EditableText
        look="title"
        required
        label={t('title')}
        value={entry.title}
        onSave={(title, typing) => save({ title }, typing)}
      />
      <dl className={styles['facts']}>
        <FieldRow label={t('aliases')}>
          <EditableText
            multiline
            label={t('aliases')}
            placeholder={t('aliases-empty')}
            value={entry.aliases}
            onSave={(aliases) => save({ aliases })}
          />
        </FieldRow>
      </dl>
      <EditableText
        multiline
        label={t('description')}
        placeholder={t('description-empty')}
        value={entry.description}
        onSave={(description) => save({ description })}
      />
    </div>
  );
}
