import { useTranslation } from 'react-i18next';
import {
  RELIABILITIES,
  type DocumentChanges,
  type Reliability,
  type SourceDocument,
} from '../../../../shared/domain/source-document.ts';
import { EditableText } from '../../../components/editable-text.tsx';
import { Select } from '../../../components/input.tsx';
import { runCommand } from '../../../stores/history.ts';
import { DateField } from '../../labels/date-field.tsx';
import { FieldRow } from '../../labels/field-row.tsx';
import { languageWords } from '../../library/document-words.ts';
import styles from './panel.module.css';

/** Offered by name; another can be there from the file. ISO 639-1. */
const LANGUAGES =
  'en ru be uk de fr es pl it pt nl cs lt lv et ro hu bg sr tr ka hy kk he ar fa zh ko ja'.split(
    ' ',
  );

const TEXT_FIELDS = ['authors', 'publisher', 'sourceUrl', 'reference'] as const;

/** What a person says about the document; each field saves itself, and can be undone. */
export function DocumentFacts({ document }: { document: SourceDocument }) {
  const { t, i18n } = useTranslation('reader');
  const { t: library } = useTranslation('library');
  const save = (fields: DocumentChanges) =>
    runCommand({ kind: 'document.update', documentIds: [document.id], fields });
  const languages =
    LANGUAGES.includes(document.language) || document.language === ''
      ? LANGUAGES
      : [document.language, ...LANGUAGES];
  return (
    <div className={styles['facts']}>
      <FieldRow label={t('detail-title')}>
        <EditableText
          required
          label={t('detail-title')}
          value={document.title}
          onSave={(title) => save({ title })}
        />
      </FieldRow>
      {TEXT_FIELDS.map((field) => (
        <FieldRow key={field} label={t(`detail-${field}`)}>
          <EditableText
            multiline={field === 'authors'}
            label={t(`detail-${field}`)}
            placeholder={t(`detail-${field}-empty`)}
            value={document[field]}
            onSave={(text) => save({ [field]: text.trim() })}
          />
        </FieldRow>
      ))}
      <FieldRow label={t('detail-date')}>
        <DateField value={document.date} onSave={(date) => save({ date })} />
      </FieldRow>
      <FieldRow label={t('detail-language')}>
        <Select
          aria-label={t('detail-language')}
          value={document.language}
          onChange={(event) => void save({ language: event.target.value })}
        >
          <option value="">{t('detail-language-unknown')}</option>
          {languages.map((code) => (
            <option key={code} value={code}>
              {languageWords(code, i18n.language)}
            </option>
          ))}
        </Select>
      </FieldRow>
      <FieldRow label={t('detail-reliability')}>
        <Select
          aria-label={t('detail-reliability')}
          value={document.reliability}
          onChange={(event) => void save({ reliability: event.target.value as Reliability })}
        >
          {RELIABILITIES.map((reliability) => (
            <option key={reliability} value={reliability}>
              {library(`reliability-${reliability}`)}
            </option>
          ))}
        </Select>
      </FieldRow>
      <EditableText
        multiline
        label={t('detail-note')}
        placeholder={t('detail-note-empty')}
        value={document.note}
        onSave={(note) => save({ note })}
      />
    </div>
  );
}
