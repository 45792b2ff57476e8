import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { encodePassphrase } from '../../../../shared/passphrase/encode-passphrase.ts';
import { call } from '../../../api.ts';
import { Field } from '../../../components/field.tsx';
import { Input } from '../../../components/input.tsx';
import { showNotice } from '../../../stores/notices.ts';
import { useLibrary } from '../../../stores/session.ts';
import { NewPassphrase } from '../../session/new-passphrase.tsx';
import { useNewPassphrase } from '../../session/use-new-passphrase.ts';
import { TaskForm } from './task-form.tsx';

/** A second passphrase, for a colleague. */
export function AddSlot({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation('vault');
  const [name, setName] = useState('');
  const library = useLibrary((slice) => slice.library?.name ?? '');
  const next = useNewPassphrase(`${library} ${name}`);
  return (
    <TaskForm
      label={t('passphrase-own')}
      act={t('add-do')}
      busyAct={t('add-busy')}
      onBack={onBack}
      onSubmit={async (passphrase) => {
        if (!next.check()) return null;
        const outcome = await call('keys.add-slot', {
          passphrase: encodePassphrase(passphrase),
          name: name.trim(),
          next: encodePassphrase(next.value),
        });
        if (!outcome.ok) return outcome.failure;
        showNotice({ tone: 'info', text: t('add-done') });
        onBack();
        return null;
      }}
      more={
        <>
          <Field label={t('slot-name')} hint={t('slot-name-hint')}>
            {({ id, describedBy }) => (
              <Input
                id={id}
                large
                maxLength={100}
                aria-describedby={describedBy}
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
          <NewPassphrase of={next} label={t('slot-passphrase')} labelAgain={t('slot-again')} />
        </>
      }
    >
      <p>{t('add-text')}</p>
    </TaskForm>
  );
}
