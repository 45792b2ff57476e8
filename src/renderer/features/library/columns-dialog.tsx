import { useTranslation } from 'react-i18next';
import { DOCUMENT_COLUMNS, type DocumentColumn } from '../../../shared/domain/source-document.ts';
import { call } from '../../api.ts';
import { Button } from '../../components/button.tsx';
import { Modal } from '../../components/modal.tsx';
import { showFailure } from '../../stores/notices.ts';
import { noteSettings, useSettings } from '../../stores/settings.ts';
import { closeDialog } from '../../stores/view.ts';
import { useDocumentColumns } from './use-document-columns.ts';
import styles from './library.module.css';

/** What the list of documents shows; kept with the library. */
export function ColumnsDialog() {
  const { t } = useTranslation(['library', 'common']);
  const shown = useDocumentColumns();
  const toggle = async (column: DocumentColumn): Promise<void> => {
    const documentColumns = DOCUMENT_COLUMNS.filter((known) =>
      known === column ? !shown.includes(known) : shown.includes(known),
    );
    const before = useSettings.getState().settings;
    // Shown at once; the library tells what it kept.
    if (before) noteSettings({ ...before, documentColumns });
    const outcome = await call('settings.set', { documentColumns });
    if (outcome.ok) return;
    if (before) noteSettings(before);
    showFailure(outcome.failure);
  };
  return (
    <Modal
      title={t('columns')}
      onClose={closeDialog}
      footer={
        <Button look="primary" onClick={closeDialog}>
          {t('close', { ns: 'common' })}
        </Button>
      }
    >
      <ul className={styles['columns']}>
        {DOCUMENT_COLUMNS.map((column) => (
          <li key={column}>
            <label>
              <input
                type="checkbox"
                disabled={column === 'title'}
                checked={shown.includes(column)}
                onChange={() => void toggle(column)}
              />
              {t(`column-${column}`)}
            </label>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
