import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedSearch, SearchToSave } from '../../../../shared/domain/saved-search.ts';
import type { Failure } from '../../../../shared/failure.ts';
import { Button } from '../../../components/button.tsx';
import { Field } from '../../../components/field.tsx';
import { Input } from '../../../components/input.tsx';
import { Modal } from '../../../components/modal.tsx';
import { wordsOf } from '../../../i18n.ts';
import { runCommand } from '../../../stores/history.ts';
import { closeDialog } from '../../../stores/view.ts';

type NameSearchDialogProps =
  { readonly search: SearchToSave; readonly saved: null } | { readonly saved: SavedSearch };

/** Gives a search a name, or a saved one another. */
export function NameSearchDialog(props: NameSearchDialogProps) {
  const { t } = useTranslation(['search', 'common']);
  const { saved } = props;
  const [name, setName] = useState(saved?.name ?? '');
  const [failure, setFailure] = useState<Failure | null>(null);
  const isNamed = name.trim() !== '';
  const save = async (): Promise<void> => {
    const outcome = await runCommand(
      props.saved === null
        ? { kind: 'saved-search.create', name, search: props.search }
        : { kind: 'saved-search.rename', id: props.saved.id, name },
    );
    if (outcome.ok) closeDialog();
    else setFailure(outcome.failure);
  };
  return (
    <Modal
      title={t(saved === null ? 'save-title' : 'saved-rename-title')}
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={closeDialog}>{t('cancel', { ns: 'common' })}</Button>
          <Button look="primary" disabled={!isNamed} onClick={() => void save()}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isNamed) void save();
        }}
      >
        <Field label={t('saved-name')} problem={failure && wordsOf(failure)}>
          {({ id, describedBy }) => (
            <Input
              id={id}
              aria-describedby={describedBy}
              autoFocus
              maxLength={500}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
      </form>
    </Modal>
  );
}
