import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { LibraryPlace } from '../../../shared/domain/library.ts';
import type { RescuedLibrary } from '../../../shared/domain/rescue.ts';
import { encodePassphrase } from '../../../shared/passphrase/encode-passphrase.ts';
import { call } from '../../api.ts';
import { Button } from '../../components/button.tsx';
import { wordsOf } from '../../i18n.ts';
import { showFailure } from '../../stores/notices.ts';
import { noteRescue, useRescue } from '../../stores/rescue.ts';
import { PassphraseField } from './passphrase-field.tsx';
import { RescueReportView } from './rescue-report.tsx';
import { SessionFrame } from './session-frame.tsx';
import styles from './session.module.css';

interface RescueFormProps {
  /** The damaged library; null is the one used last. */
  readonly place: LibraryPlace | null;
  readonly onBack: () => void;
  /** The person wants to open what was rescued. */
  readonly onRescued: (place: LibraryPlace) => void;
}

/** Saves what can be read of a damaged library into a new one; the passphrase stays the same. */
export function RescueForm({ place, onBack, onRescued }: RescueFormProps) {
  const { t } = useTranslation('rescue');
  const [passphrase, setPassphrase] = useState('');
  const [shown, setShown] = useState(false);
  const [parent, setParent] = useState<string | null>(null);
  const [running, setRunning] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [rescued, setRescued] = useState<RescuedLibrary | null>(null);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (running || passphrase === '') return;
    noteRescue({ done: 0, total: 0 });
    setRunning(true);
    setProblem(null);
    const outcome = await call('session.rescue', {
      folder: place?.folder ?? null,
      parent,
      passphrase: encodePassphrase(passphrase),
    });
    setRunning(false);
    if (outcome.ok) setRescued(outcome.value);
    else
      setProblem(outcome.failure.kind === 'cancelled' ? t('cancelled') : wordsOf(outcome.failure));
  };
  const choose = async (): Promise<void> => {
    const outcome = await call('session.choose-parent', {});
    if (!outcome.ok) showFailure(outcome.failure);
    else if (outcome.value !== null) setParent(outcome.value);
  };

  if (rescued !== null) return <RescueReportView rescued={rescued} onOpen={onRescued} />;
  return (
    <SessionFrame tight>
      <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
        <h1>{t('title')}</h1>
        <p className={styles['intro']} dir="auto">
          {place === null
            ? t('recover-last', { ns: 'session' })
            : t('chosen', { ns: 'session', name: place.folderName })}
        </p>
        <p>{t('intro')}</p>
        <PassphraseField
          label={t('passphrase')}
          value={passphrase}
          onChange={setPassphrase}
          shown={shown}
          onShownChange={setShown}
          autoFocus
        />
        <div className={styles['place']}>
          <span title={parent ?? undefined}>{parent ?? t('beside')}</span>
          <Button disabled={running} onClick={() => void choose()}>
            {t('place-change', { ns: 'session' })}
          </Button>
        </div>
        {problem !== null && (
          <p role="alert" className={styles['problem']}>
            {problem}
          </p>
        )}
        {running && <RescueProgress />}
        <div className={styles['acts']}>
          {running ? (
            <Button onClick={() => void call('session.stop-rescue', {})}>{t('stop')}</Button>
          ) : (
            <Button onClick={onBack}>{t('back', { ns: 'session' })}</Button>
          )}
          <Button type="submit" look="primary" className={styles['end']} disabled={running}>
            {t(running ? 'busy' : 'start')}
          </Button>
        </div>
      </form>
    </SessionFrame>
  );
}

function RescueProgress() {
  const { t } = useTranslation('rescue');
  const { done, total } = useRescue();
  return (
    <div role="status" className={styles['progress']}>
      <progress max={Math.max(1, total)} value={total === 0 ? undefined : done} aria-hidden />
      <span>{t('running', { percent: Math.floor((100 * done) / Math.max(1, total)) })}</span>
    </div>
  );
}
