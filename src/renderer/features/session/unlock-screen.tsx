import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../shared/assert-never.ts';
import type { LibraryPlace, LockReason } from '../../../shared/domain/library.ts';
import { Button } from '../../components/button.tsx';
import { CreateLibrary } from './create-library.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import { PlaceList } from './place-list.tsx';
import { RecoverForm } from './recover-form.tsx';
import { RescueForm } from './rescue-form.tsx';
import { SessionFrame } from './session-frame.tsx';
import { UnlockForm } from './unlock-form.tsx';
import styles from './session.module.css';

interface UnlockScreenProps {
  /** A library that was chosen before. */
  readonly place?: LibraryPlace;
  /** The one that was open in this run, which is not named unless asked for; null is the one used last. */
  readonly last: LibraryPlace | null;
  /** Why the library is locked, when it was open in this run. */
  readonly because: LockReason | null;
  /** To what was there before this screen. */
  readonly onBack?: () => void;
}

type Step = 'unlock' | 'choose' | 'create' | 'recover' | 'rescue';

/** The passphrase of the library used last; others are named only when asked for. */
export function UnlockScreen({ place: chosen, last, because, onBack }: UnlockScreenProps) {
  const { t } = useTranslation(['session', 'rescue']);
  const [step, setStep] = useState<Step>('unlock');
  const [place, setPlace] = useState(chosen ?? null);
  const [erasing, setErasing] = useState(false);
  const back = (): void => setStep('unlock');
  switch (step) {
    case 'create':
      return <CreateLibrary onBack={back} />;
    case 'recover':
      return <RecoverForm place={place ?? last} onBack={back} />;
    case 'rescue':
      return (
        <RescueForm
          place={place ?? last}
          onBack={back}
          onRescued={(rescued) => {
            setPlace(rescued);
            back();
          }}
        />
      );
    case 'choose':
    case 'unlock':
      return (
        <SessionFrame>
          {because !== null && because !== 'asked' && (
            <p role="status" className={styles['because']}>
              {t(`because-${because}`)}
            </p>
          )}
          <UnlockForm
            place={place}
            last={last}
            onRecover={() => setStep('recover')}
            onRescue={() => setStep('rescue')}
            onChoose={setPlace}
          >
            {onBack && <Button onClick={onBack}>{t('back')}</Button>}
          </UnlockForm>
          {step === 'choose' && <PlaceList chosen={place ?? last} onChoose={setPlace} />}
          <ul className={styles['ways']}>
            {step === 'unlock' && (
              <li>
                <Button look="quiet" onClick={() => setStep('choose')}>
                  {t('choose-other')}
                </Button>
              </li>
            )}
            <li>
              <Button look="quiet" onClick={() => setStep('recover')}>
                {t('recover-open')}
              </Button>
            </li>
            <li>
              <Button look="quiet" onClick={() => setStep('rescue')}>
                {t('open-form', { ns: 'rescue' })}
              </Button>
            </li>
            <li>
              <Button look="quiet" onClick={() => setStep('create')}>
                {t('create-new')}
              </Button>
            </li>
            <li>
              <Button look="quiet" onClick={() => setErasing(true)}>
                {t('erase-open')}
              </Button>
            </li>
          </ul>
          {erasing && <EraseDialog chosen={place ?? last} onClose={() => setErasing(false)} />}
        </SessionFrame>
      );
    default:
      return assertNever(step);
  }
}
