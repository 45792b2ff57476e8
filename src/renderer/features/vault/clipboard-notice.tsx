import { ClipboardX } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { releaseClipboard, useClipboard } from '../../stores/clipboard.ts';
import styles from './clipboard-notice.module.css';

/** Says for how long what was copied stays on the clipboard; nothing while nothing of ours is there. */
export function ClipboardNotice() {
  const until = useClipboard((slice) => slice.until);
  return until === null ? null : <Countdown until={until} />;
}

function Countdown({ until }: { until: number }) {
  const { t } = useTranslation('vault');
  const left = useSecondsLeft(until);
  return (
    <div className={styles['notice']}>
      <ClipboardX size={16} aria-hidden />
      <span className="visually-hidden" role="status">
        {t('clipboard-heard')}
      </span>
      {/* Not read out every second. */}
      <span aria-hidden className={styles['text']}>
        {t('clipboard-left', { count: left })}
      </span>
      <Button look="quiet" onClick={() => void releaseClipboard()}>
        {t('clipboard-release')}
      </Button>
    </div>
  );
}

function useSecondsLeft(until: number): number {
  const [left, setLeft] = useState(() => secondsTo(until));
  useEffect(() => {
    const timer = setInterval(() => setLeft(secondsTo(until)), 250);
    return () => clearInterval(timer);
  }, [until]);
  return left;
}

function secondsTo(until: number): number {
  return Math.max(0, Math.ceil((until - performance.now()) / 1_000));
}
