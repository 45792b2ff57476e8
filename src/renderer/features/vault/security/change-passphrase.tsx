import { useTranslation } from 'react-i18next';
import { encodePassphrase } from '../../../../shared/passphrase/encode-passphrase.ts';
import { call } from '../../../api.ts';
import { showNotice } from '../../../stores/notices.ts';
import { useLibrary } from '../../../stores/session.ts';
import { NewPassphrase } from '../../session/new-passphrase.tsx';
import { useNewPassphrase } from '../../session/use-new-passphrase.ts';
import { TaskForm } from './task-form.tsx';

/** Another passphrase for the person who sits here. */
export function ChangePassphrase({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation(['vault', 'session']);
  const next = useNewPassphrase(useLibrary((slice) => slice.library?.name ?? ''));
  return (
    <TaskForm
      label={t('passphrase-current')}
      act={t('change-do')}
      busyAct={t('change-busy')}
      onBack={onBack}
      onSubmit={async (passphrase) => {
        if (!next.check()) return null;
        const outcome = await call('keys.change-passphrase', {
          current: encodePassphrase(passphrase),
          next: encodePassphrase(next.value),
        });
        if (!outcome.ok) return outcome.failure;
        showNotice({ tone: 'info', text: t('change-done') });
        onBack();
        return null;
      }}
      more={
        <NewPassphrase
          of={next}
          label={t('passphrase-new', { ns: 'session' })}
          labelAgain={t('passphrase-new-again', { ns: 'session' })}
        />
      }
    >
      <p>{t('change-text')}</p>
    </TaskForm>
  );
}
