import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LibraryPlace } from '../../../shared/domain/library.ts';
import { Button } from '../../components/button.tsx';
import { CreateForm } from './create-form.tsx';
import { PlaceList } from './place-list.tsx';
import { UnlockForm } from './unlock-form.tsx';
import styles from './session.module.css';

type Step = 'unlock' | 'choose' | 'create';

/** The passphrase of the library used last; others are named only when asked for. */
export function UnlockScreen() {
  const { t } = useTranslation('session');
  const [step, setStep] = useState<Step>('unlock');
  const [place, setPlace] = useState<LibraryPlace | null>(null);
  if (step === 'create') return <CreateForm onBack={() => setStep('unlock')} />;
  return (
    <UnlockForm place={place}>
      {step === 'choose' ? (
        <PlaceList chosen={place} onChoose={setPlace} />
      ) : (
        <div className={styles['acts']}>
          <Button look="quiet" onClick={() => setStep('choose')}>
            {t('choose-other')}
          </Button>
          <Button look="quiet" className={styles['end']} onClick={() => setStep('create')}>
            {t('create-new')}
          </Button>
        </div>
      )}
    </UnlockForm>
  );
}
