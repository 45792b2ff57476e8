import { Columns2, PinOff, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { IconButton } from '../../../components/icon-button.tsx';
import { useAsked } from '../../../components/use-asked.ts';
import { excerptRevision, useChanges } from '../../../stores/changes.ts';
import { unpin, unpinAll, usePins } from '../../../stores/pins.ts';
import { openFromList } from '../../../stores/view.ts';
import styles from './pin-tray.module.css';

/** Passages that stay in view while others are read. */
export function PinTray() {
  const { t } = useTranslation('reader');
  const passageIds = usePins((slice) => slice.passageIds);
  if (passageIds.length === 0) return null;
  return (
    <section className={styles['tray']} aria-label={t('pinned')}>
      <ul tabIndex={0} aria-label={t('pinned')}>
        {passageIds.map((passageId) => (
          <PinnedPassage key={passageId} passageId={passageId} />
        ))}
      </ul>
      {passageIds.length > 1 && (
        <Button className={styles['all']} onClick={unpinAll}>
          <PinOff size={15} aria-hidden /> {t('unpin-all')}
        </Button>
      )}
    </section>
  );
}

function PinnedPassage({ passageId }: { passageId: number }) {
  const { t } = useTranslation(['reader', 'common']);
  const revision = useChanges(excerptRevision);
  const excerpt = useAsked('excerpt.get', { passageId }, revision);
  // It was deleted; when that is undone it is back.
  if (excerpt === null) return null;
  const labels = [...excerpt.tags, ...excerpt.cases, ...excerpt.events];
  const open = (beside: boolean): void =>
    openFromList({ documentId: excerpt.documentId, page: excerpt.start.page, passageId }, beside);
  return (
    <li className={styles['pin']}>
      <button
        type="button"
        className={styles['quote']}
        title={t('pinned-go')}
        onClick={(event) => open(event.ctrlKey || event.metaKey)}
      >
        <span dir="auto">{excerpt.quote.replace(/\s+/gu, ' ')}</span>
      </button>
      <p className={styles['source']} dir="auto" title={labels.join(', ')}>
        {excerpt.documentTitle} · {t('page', { ns: 'common', page: excerpt.pageLabel })}
        {labels.length > 0 && ` · ${labels.join(', ')}`}
      </p>
      <div className={styles['acts']}>
        <IconButton icon={Columns2} label={t('pinned-beside')} onClick={() => open(true)} />
        <IconButton icon={X} label={t('unpin')} onClick={() => unpin(passageId)} />
      </div>
    </li>
  );
}
