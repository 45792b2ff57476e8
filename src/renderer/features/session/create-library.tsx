import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecoverySheet } from '../../../shared/domain/keys.ts';
import { call } from '../../api.ts';
import { showFailure } from '../../stores/notices.ts';
import { SheetSteps } from '../vault/sheet/sheet-steps.tsx';
import { CreateForm } from './create-form.tsx';
import { enterLibrary } from './enter-library.ts';
import { SessionFrame } from './session-frame.tsx';

/** A new library, and then its recovery sheet. */
export function CreateLibrary({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation('vault');
  const [sheet, setSheet] = useState<RecoverySheet | null>(null);
  if (sheet === null) return <CreateForm onBack={onBack} onCreated={setSheet} />;
  const confirm = async (): Promise<void> => {
    const outcome = await call('keys.confirm-sheet', {});
    if (!outcome.ok) showFailure(outcome.failure);
    await enterLibrary();
  };
  return (
    <SessionFrame tight>
      <h1>{t('sheet-title')}</h1>
      <SheetSteps sheet={sheet} onConfirmed={confirm} onLater={() => void enterLibrary()} />
    </SessionFrame>
  );
}
