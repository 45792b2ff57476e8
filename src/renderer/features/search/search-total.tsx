import { useTranslation } from 'react-i18next';
import { Share } from 'lucide-react';
import { IconButton } from '../../components/icon-button.tsx';
import { SEARCH_ORDERS } from '../../../shared/domain/search.ts';
import { Select } from '../../components/input.tsx';
import {
  chooseOrder,
  selectionOfAnswer,
  useSearch,
  type SearchAnswer,
} from '../../stores/search.ts';
import { showDialog } from '../../stores/view.ts';
import { FiltersButton } from './filters-button.tsx';
import { flattenHits } from './flatten-hits.ts';
import styles from './search.module.css';

/** How many pages match, and the way to export the passages on them. */
export function SearchTotal({ answer }: { answer: SearchAnswer }) {
  const { t } = useTranslation('search');
  const { documents, total } = answer.outcome;
  const shown = flattenHits(documents).length;
  const order = useSearch((search) => search.order);
  return (
    <div className={styles['total']}>
      <span role="status">
        <strong>{t('total', { count: total })}</strong>{' '}
        {shown >= total
          ? t('in-documents', { count: documents.length })
          : `· ${t('shown', { count: shown })}`}
      </span>
      <label className={styles['order']}>
        {t('order')}
        <Select
          value={order}
          onChange={({ target }) => {
            const chosen = SEARCH_ORDERS.find((one) => one === target.value);
            if (chosen !== undefined) chooseOrder(chosen);
          }}
        >
          {SEARCH_ORDERS.map((one) => (
            <option key={one} value={one}>
              {t(`order-${one}`)}
            </option>
          ))}
        </Select>
      </label>
      <FiltersButton />
      <IconButton
        icon={Share}
        label={t('export')}
        onClick={() => showDialog({ kind: 'export', selection: selectionOfAnswer(answer) })}
      />
    </div>
  );
}
