import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { SEARCH_MOST, showMoreHits, useSearch, type SearchAnswer } from '../../stores/search.ts';
import { flattenHits } from './flatten-hits.ts';
import styles from './search.module.css';

/** Below the hits: more of them, while there are. */
export function SearchFooter({ answer }: { answer: SearchAnswer }) {
  const { t } = useTranslation('search');
  const limit = useSearch((search) => search.limit);
  const all = flattenHits(answer.outcome.documents).length >= answer.outcome.total;
  return (
    <div className={styles['footer']}>
      {!all && limit < SEARCH_MOST && <Button onClick={showMoreHits}>{t('show-more')}</Button>}
      <span>{t('move-hint')}</span>
    </div>
  );
}
