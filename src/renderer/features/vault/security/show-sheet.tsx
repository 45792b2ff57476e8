import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecoverySheet } from '../../../../shared/domain/keys.ts';
import { encodePassphrase } from '../../../../shared/passphrase/encode-passphrase.ts';
import { call } from '../../../api.ts';
import { showFailure, showNotice } from '../../../stores/notices.ts';
import { noteSettings } from '../../../stores/settings.ts';
import { SheetSteps } from '../sheet/sheet-steps.tsx';
import { TaskForm } from './task-form.tsx';

/** The recovery sheet again, for whoever knows the passphrase. */
export function ShowSheet({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation('vault');
  const [sheet, setSheet] = useState<RecoverySheet | null>(null);
  const confirm = async (): Promise<void> => {
    const outcome = await call('keys.confirm-sheet', {});
    if (!outcome.ok) return showFailure(outcome.failure);
    noteSettings(outcome.value);
    showNotice({ tone: 'info', text: t('sheet-confirmed') });
    onBack();
  };
  if (sheet !== null) return <SheetSteps sheet={sheet} onConfirmed={confirm} onLater={onBack} />;
  return (
    <TaskForm
      label={t('passphrase-own')}
      act={t('sheet-show')}
      busyAct={t('sheet-busy')}
      onBack={onBack}
      onSubmit={async (passphrase) => {
        const outcome = await call('keys.recovery-sheet', {
          passphrase: encodePassphrase(passphrase),
        });
        if (!outcome.ok) return outcome.failure;
        setSheet(outcome.value);
        return null;
      }}
    >
      <p>{t('sheet-show-text')}</p>
    </TaskForm>
  );
}
