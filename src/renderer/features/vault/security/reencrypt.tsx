import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecoverySheet } from '../../../../shared/domain/keys.ts';
import { encodePassphrase } from '../../../../shared/passphrase/encode-passphrase.ts';
import { call } from '../../../api.ts';
import { Button } from '../../../components/button.tsx';
import { focusOnShow } from '../../../components/focus-on-show.ts';
import { showFailure } from '../../../stores/notices.ts';
import { useReencryption } from '../../../stores/reencryption.ts';
import { SheetReading } from '../sheet/sheet-reading.tsx';
import { TaskForm } from './task-form.tsx';
import styles from './security.module.css';

interface ReencryptProps {
  readonly onBack: () => void;
  /** Whether the dialog must stay. */
  readonly onHold: (held: boolean) => void;
}

/** Everything encrypted with a new key, then the new sheet, then the lock. */
export function Reencrypt({ onBack, onHold }: ReencryptProps) {
  const { t } = useTranslation('vault');
  const [sheet, setSheet] = useState<RecoverySheet | null>(null);
  const [running, setRunning] = useState(false);
  if (sheet !== null) return <NewSheet sheet={sheet} />;
  return (
    <TaskForm
      label={t('passphrase-own')}
      act={t('reencrypt-do')}
      busyAct={t('reencrypt-busy')}
      onBack={onBack}
      progress={running ? <Progress /> : undefined}
      onSubmit={async (passphrase) => {
        onHold(true);
        setRunning(true);
        const outcome = await call('keys.reencrypt', { passphrase: encodePassphrase(passphrase) });
        setRunning(false);
        if (outcome.ok) {
          setSheet(outcome.value);
          return null;
        }
        onHold(false);
        return outcome.failure;
      }}
    >
      <p>{t('reencrypt-text')}</p>
      <ul className={styles['list']}>
        <li>{t('reencrypt-others')}</li>
        <li>{t('reencrypt-sheet')}</li>
        <li>{t('reencrypt-copies')}</li>
        <li>{t('reencrypt-time')}</li>
      </ul>
    </TaskForm>
  );
}

function Progress() {
  const { t } = useTranslation('vault');
  const { done, total } = useReencryption();
  const percent = total === 0 ? 0 : Math.floor((100 * done) / total);
  return (
    <div className={styles['progress']}>
      <progress
        max={100}
        value={total === 0 ? undefined : percent}
        aria-label={t('reencrypt-busy')}
      />
      <span>{t('reencrypt-percent', { percent })}</span>
    </div>
  );
}

/** The library is closed already; all that is left is the sheet on this page. */
function NewSheet({ sheet }: { sheet: RecoverySheet }) {
  const { t } = useTranslation('vault');
  const lock = async (): Promise<void> => {
    const outcome = await call('session.lock', {});
    if (!outcome.ok) showFailure(outcome.failure);
  };
  return (
    <div className={styles['task']}>
      <p role="status" ref={focusOnShow} tabIndex={-1}>
        {t('reencrypt-done')}
      </p>
      <SheetReading sheet={sheet} />
      <div className={styles['acts']}>
        <Button look="primary" className={styles['end']} onClick={() => void lock()}>
          {t('reencrypt-lock')}
        </Button>
      </div>
    </div>
  );
}
