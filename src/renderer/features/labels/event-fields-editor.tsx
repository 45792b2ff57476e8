import { useTranslation } from 'react-i18next';
import type { Changes } from '../../../shared/domain/changes.ts';
import type { CaseEventFields } from '../../../shared/domain/command.ts';
import { CERTAINTIES, type CaseEvent, type Certainty } from '../../../shared/domain/label.ts';
import { EditableText } from '../../components/editable-text.tsx';
import { Select } from '../../components/input.tsx';
import { runCommand } from '../../stores/history.ts';
import { DateField } from './date-field.tsx';
import { FieldRow } from './field-row.tsx';
import styles from './labels.module.css';

export function EventFieldsEditor({ event }: { event: CaseEvent }) {
  const { t } = useTranslation('labels');
  const save = (fields: Changes<CaseEventFields>, typing = false) =>
    runCommand(
      { kind: 'event.update', id: event.id, fields },
      typing ? { untold: 'name-taken' } : {},
    );
  return (
    <div className={styles['fields']}>
      <EditableText
        look="title"
        required
        label={t('title')}
        value={event.title}
        onSave={(title, typing) => save({ title }, typing)}
      />
      <dl className={styles['facts']}>
        <FieldRow label={t('date')}>
          <DateField value={event.date} onSave={(date) => save({ date })} />
        </FieldRow>
        <FieldRow label={t('place')}>
          <EditableText
            label={t('place')}
            placeholder={t('place-empty')}
            value={event.place}
            onSave={(place) => save({ place })}
          />
        </FieldRow>
        <FieldRow label={t('act')}>
          <EditableText
            label={t('act')}
            placeholder={t('act-empty')}
            value={event.act}
            onSave={(act) => save({ act })}
          />
        </FieldRow>
        <FieldRow label={t('aliases')}>
          <EditableText
            multiline
            label={t('aliases')}
            placeholder={t('aliases-empty')}
            value={event.aliases}
            onSave={(aliases) => save({ aliases })}
          />
        </FieldRow>
        <FieldRow label={t('certainty')}>
          <Select
            aria-label={t('certainty')}
            value={event.certainty}
            onChange={(change) => void save({ certainty: change.target.value as Certainty })}
          >
            {CERTAINTIES.map((certainty) => (
              <option key={certainty} value={certainty}>
                {t(`certainty-${certainty}`)}
              </option>
            ))}
          </Select>
        </FieldRow>
      </dl>
      <EditableText
        multiline
        label={t('description')}
        placeholder={t('description-empty')}
        value={event.description}
        onSave={(description) => save({ description })}
      />
    </div>
  );
}
