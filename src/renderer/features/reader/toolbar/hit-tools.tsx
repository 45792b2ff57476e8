import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ActionIconButton } from '../../../components/action-button.tsx';
import { IconButton } from '../../../components/icon-button.tsx';
import { countHits } from '../hits.ts';
import { useReader } from '../reader-store.ts';
import styles from './toolbar.module.css';

/** Where the person is among the search hits of this document. */
export function HitTools() {
  const { t } = useTranslation('reader');
  const total = useReader((slice) => countHits(slice.hits));
  const number = useReader((slice) => slice.currentHit + 1);
  if (total === 0) return null;
  return (
    <div className={styles['hits']} role="group" aria-label={t('hits')}>
      <span>{t('hit-of', { number, total })}</span>
      <ActionIconButton action="view.previous-hit" icon={ChevronUp} />
      <ActionIconButton action="view.next-hit" icon={ChevronDown} />
      <IconButton
        icon={X}
        label={t('clear-hits')}
        onClick={() => useReader.setState({ hits: [], currentHit: -1 })}
      />
    </div>
  );
}
