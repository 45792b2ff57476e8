import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { LibraryPlace } from '../../../shared/domain/library.ts';
import { call } from '../../api.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Input, Select } from '../../components/input.tsx';
import { Modal } from '../../components/modal.tsx';
import { useAsked } from '../../components/use-asked.ts';
import { wordsOf } from '../../i18n.ts';
import { EraseWords } from '../vault/erase-words.tsx';
import { isEraseWord } from '../vault/erase-word.ts';
import styles from './session.module.css';

interface EraseDialogProps {
  /** The library on the lock screen; null is the one used last. */
  readonly chosen: LibraryPlace | null;
  readonly onClose: () => void;
}

/** Destroys the keys of a locked library after one typed word. */
export function EraseDialog({ chosen, onClose }: EraseDialogProps) {
  const { t } = useTranslation(['vault', 'common']);
  const places = useAsked('session.places', {}, 0) ?? [];
  const all =
    chosen === null || places.some(({ folder }) => folder === chosen.folder)
      ? places
      : [chosen, ...places];
  const [picked, setPicked] = useState<string | null>(chosen?.folder ?? null);
  const folder = picked ?? all[0]?.folder;
  const [word, setWord] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [done, setDone] = useState(false);

  const erase = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (folder === undefined || !isEraseWord(word, t('erase-word'))) return;
    const outcome = await call('keys.erase', { folder });
    if (outcome.ok) setDone(true);
    else setProblem(wordsOf(outcome.failure));
  };

  if (done) {
    return (
      <Modal
        // A dialog of its own: the field that had the focus is gone.
        key="done"
        title={t('erase-title')}
        onClose={onClose}
        footer={
          <Button look="primary" data-focus-first onClick={onClose}>
            {t('close', { ns: 'common' })}
          </Button>
        }
      >
        <p role="status">{t('erase-done')}</p>
      </Modal>
    );
  }
  return (
    <Modal
      title={t('erase-title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel', { ns: 'common' })}</Button>
          <Button
            type="submit"
            form="erase-keys"
            look="danger"
            disabled={folder === undefined || !isEraseWord(word, t('erase-word'))}
          >
            {t('erase-do')}
          </Button>
        </>
      }
    >
      <form id="erase-keys" className={styles['form']} onSubmit={(event) => void erase(event)}>
        <Field label={t('erase-which')}>
          {({ id }) => (
            <Select id={id} value={folder} onChange={(event) => setPicked(event.target.value)}>
              {all.map((place) => (
                <option key={place.folder} value={place.folder}>
                  {place.folderName}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <EraseWords />
        <Field label={t('erase-type', { word: t('erase-word') })} problem={problem}>
          {({ id, describedBy }) => (
            <Input
              id={id}
              large
              data-focus-first
              aria-describedby={describedBy}
              value={word}
              onChange={(event) => setWord(event.target.value)}
            />
          )}
        </Field>
      </form>
    </Modal>
  );
}
