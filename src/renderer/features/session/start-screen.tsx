import { BookOpen, FolderPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CreateLibrary } from './create-library.tsx';
import { SampleDialog } from './sample-dialog.tsx';
import { SessionFrame } from './session-frame.tsx';
import { UnlockScreen } from './unlock-screen.tsx';
import { chooseLibrary } from './choose-library.ts';
import type { LibraryPlace } from '../../../shared/domain/library.ts';
import styles from './session.module.css';

type Step = { kind: 'choose' } | { kind: 'create' } | { kind: 'unlock'; place: LibraryPlace };

/** The first start: what the program is, and the two ways in. */
export function StartScreen() {
  const { t } = useTranslation('session');
  const [step, setStep] = useState<Step>({ kind: 'choose' });
  const [sample, setSample] = useState(false);
  const back = (): void => setStep({ kind: 'choose' });
  if (step.kind === 'create') return <CreateLibrary onBack={back} />;
  if (step.kind === 'unlock') {
    return <UnlockScreen place={step.place} last={null} because={null} onBack={back} />;
  }
  return (
    <SessionFrame>
      <p className={styles['tagline']}>{t('tagline')}</p>
      <div className={styles['choices']}>
        <button
          type="button"
          autoFocus
          className={styles['choice']}
          onClick={() => setStep({ kind: 'create' })}
        >
          <FolderPlus size={26} strokeWidth={1.5} aria-hidden />
          <strong>{t('create-library')}</strong>
          <span>{t('create-library-hint')}</span>
        </button>
        <button type="button" className={styles['choice']} onClick={() => setSample(true)}>
          <BookOpen size={26} strokeWidth={1.5} aria-hidden />
          <strong>{t('try-samples')}</strong>
          <span>{t('try-samples-hint')}</span>
        </button>
      </div>
      <button
        type="button"
        className={styles['link']}
        onClick={() =>
          void chooseLibrary().then((place) => {
            if (place !== null) setStep({ kind: 'unlock', place });
          })
        }
      >
        {t('open-library')}
      </button>
      {sample && <SampleDialog onClose={() => setSample(false)} />}
    </SessionFrame>
  );
}
