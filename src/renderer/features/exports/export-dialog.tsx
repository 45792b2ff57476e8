import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExcerptSelection } from '../../../shared/domain/excerpt.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../../../shared/domain/export-format.ts';
import { call } from '../../api.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Modal } from '../../components/modal.tsx';
import { useAsked } from '../../components/use-asked.ts';
import { wordsOf } from '../../i18n.ts';
import { showNotice } from '../../stores/notices.ts';
import { closeDialog } from '../../stores/view.ts';
import { ExportPreview } from './export-preview.tsx';
import { SelectionChoice } from './selection-choice.tsx';
import styles from './exports.module.css';

/** What leaves the library, and as what, before it leaves. */
export function ExportDialog({ initial }: { initial: ExcerptSelection }) {
  const { t } = useTranslation(['exports', 'common']);
  const [selection, setSelection] = useState(initial);
  const [format, setFormat] = useState<ExportFormat>('csv');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const excerpts = useAsked('excerpt.list', { selection }, 0);

  const run = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    const outcome = await call('export.run', { selection, format });
    setBusy(false);
    if (!outcome.ok) return setProblem(wordsOf(outcome.failure));
    // Cancelled in the native dialog: the choice here still stands.
    if (outcome.value === null) return;
    closeDialog();
    showNotice({ tone: 'info', text: t('done', { count: outcome.value }) });
  };

  return (
    <Modal
      title={t('title')}
      onClose={closeDialog}
      escapable={!busy}
      footer={
        <>
          <Button onClick={closeDialog} disabled={busy}>
            {t('cancel', { ns: 'common' })}
          </Button>
          <Button
            look="primary"
            disabled={busy || excerpts === null || excerpts.length === 0}
            onClick={() => void run()}
          >
            {busy ? t('running') : t('run')}
          </Button>
        </>
      }
    >
      <Field label={t('what')}>
        {({ id }) => (
          <SelectionChoice
            id={id}
            initial={initial}
            selection={selection}
            onChoose={setSelection}
          />
        )}
      </Field>
      <fieldset className={styles['formats']}>
        <legend>{t('format')}</legend>
        {EXPORT_FORMATS.map((choice) => (
          <label key={choice} data-chosen={choice === format || undefined}>
            <input
              type="radio"
              name="format"
              checked={choice === format}
              onChange={() => setFormat(choice)}
            />
            <span>
              <strong>{t(`format-${choice}`)}</strong>
              <small>{t(`format-${choice}-hint`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <ExportPreview excerpts={excerpts} />
      {problem !== null && (
        <p role="alert" className={styles['problem']}>
          {problem}
        </p>
      )}
    </Modal>
  );
}
