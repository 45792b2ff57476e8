import { CircleAlert, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { dismissNotice, useNotices, type Notice } from '../../stores/notices.ts';
import styles from './notices.module.css';

/** Time to read a sentence and reach «Undo». */
const SHOWN_FOR_MS = 8_000;

export function Notices() {
  const { t } = useTranslation('status');
  const notices = useNotices((slice) => slice.notices);
  return (
    <section className={styles['notices']} aria-label={t('notices')} aria-live="polite">
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

function NoticeCard({ notice }: { notice: Notice }) {
  const { t } = useTranslation('common');
  const [held, setHeld] = useState(false);
  const goes = notice.tone === 'info' && !held;
  useEffect(() => {
    if (!goes) return;
    const timer = setTimeout(() => dismissNotice(notice.id), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [goes, notice.id]);
  return (
    <div
      className={styles['notice']}
      data-tone={notice.tone}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {notice.tone === 'problem' && <CircleAlert size={16} aria-hidden />}
      <p dir="auto">{notice.text}</p>
      {notice.act && (
        <Button
          look="quiet"
          onClick={() => {
            dismissNotice(notice.id);
            notice.act?.run();
          }}
        >
          {notice.act.label}
        </Button>
      )}
      <IconButton icon={X} label={t('dismiss')} onClick={() => dismissNotice(notice.id)} />
    </div>
  );
}
