import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { Modal } from '../../components/modal.tsx';
import { useDocuments } from '../../stores/documents.ts';
import { runCommand } from '../../stores/history.ts';
import { closeDialog, closeReader, PANE_NAMES, useView } from '../../stores/view.ts';

/** Says what goes with documents before they go. */
export function DeleteDocumentsDialog({ ids }: { ids: readonly number[] }) {
  const { t } = useTranslation(['library', 'common']);
  const byId = useDocuments((slice) => slice.byId);
  const documents = ids.flatMap((id) => byId.get(id) ?? []);
  const [first] = documents;
  if (!first) return null;
  const passages = documents.reduce((sum, document) => sum + document.passages, 0);
  const remove = async (): Promise<void> => {
    closeDialog();
    const outcome = await runCommand({ kind: 'document.delete', documentIds: ids });
    if (!outcome.ok) return;
    for (const pane of PANE_NAMES) {
      const open = useView.getState().places[pane]?.documentId;
      if (open !== undefined && ids.includes(open)) closeReader(pane);
    }
  };
  return (
    <Modal
      title={
        documents.length === 1
          ? t('delete-title', { title: first.title })
          : t('delete-title-many', { count: documents.length })
      }
      onClose={closeDialog}
      footer={
        <>
          <Button data-focus-first onClick={closeDialog}>
            {t('cancel', { ns: 'common' })}
          </Button>
          <Button look="danger" onClick={() => void remove()}>
            {t('delete', { ns: 'common' })}
          </Button>
        </>
      }
    >
      <p>{t('delete-what', { count: documents.length })}</p>
      {passages > 0 && (
        <p>
          <strong>{t('delete-passages', { count: passages })}</strong>
        </p>
      )}
      <p>{t('delete-undo')}</p>
    </Modal>
  );
}
