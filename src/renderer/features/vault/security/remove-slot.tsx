import { useTranslation } from 'react-i18next';
import type { KeySlotInfo } from '../../../../shared/domain/keys.ts';
import { encodePassphrase } from '../../../../shared/passphrase/encode-passphrase.ts';
import { call } from '../../../api.ts';
import { showNotice } from '../../../stores/notices.ts';
import { TaskForm } from './task-form.tsx';

/** Takes a passphrase away. */
export function RemoveSlot({ slot, onBack }: { slot: KeySlotInfo; onBack: () => void }) {
  const { t } = useTranslation('vault');
  return (
    <TaskForm
      label={t('passphrase-own')}
      act={t('remove-do')}
      busyAct={t('remove-busy')}
      look="danger"
      onBack={onBack}
      onSubmit={async (passphrase) => {
        const outcome = await call('keys.remove-slot', {
          passphrase: encodePassphrase(passphrase),
          slotId: slot.id,
        });
        if (!outcome.ok) return outcome.failure;
        showNotice({ tone: 'info', text: t('remove-done') });
        onBack();
        return null;
      }}
    >
      <p dir="auto">{t('remove-text', { name: slot.name || t('slot-unnamed') })}</p>
    </TaskForm>
  );
}
