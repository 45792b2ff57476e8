import { useTranslation } from 'react-i18next';
import type { LabelKind } from '../../../shared/domain/label.ts';
import { Button } from '../../components/button.tsx';
import { Modal } from '../../components/modal.tsx';
import { runCommand } from '../../stores/history.ts';
import { findLabel, labelName, useLabels } from '../../stores/labels.ts';
import { chooseLabel, closeDialog } from '../../stores/view.ts';

interface DeleteLabelDialogProps {
  readonly kind: LabelKind;
  readonly id: number;
}

/** Says what goes with a label before it goes. */
export function DeleteLabelDialog({ kind, id }: DeleteLabelDialogProps) {
  const { t } = useTranslation(['labels', 'common']);
  const book = useLabels((slice) => slice.book);
  const found = findLabel(book, { kind, id });
  if (found === undefined) return null;
  const children = kind === 'tag' ? book.tags.filter((tag) => tag.parentId === id).length : 0;
  const remove = async (): Promise<void> => {
    closeDialog();
    const outcome = await runCommand({ kind: `${kind}.delete`, id });
    if (outcome.ok) chooseLabel(kind, null);
  };
  return (
    <Modal
      title={t(`delete-title-${kind}`, { name: labelName(found) })}
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
      <p>{t('delete-count', { count: found.label.passages })}</p>
      {children > 0 && <p>{t('delete-children', { count: children })}</p>}
      <p>{t('delete-undo')}</p>
    </Modal>
  );
}
