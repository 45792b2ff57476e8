import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { openFacets, useSearchFacets } from '../../stores/search-facets.ts';
import styles from './search.module.css';

/** Shows the filters instead of what was found, and back; only seen where there is no room for both. */
export function FiltersButton() {
  const { t } = useTranslation('search');
  const isOpen = useSearchFacets((slice) => slice.isOpen);
  return (
    <Button
      look="quiet"
      className={styles['filters']}
      aria-pressed={isOpen}
      onClick={() => openFacets(!isOpen)}
    >
      {t('facets-show')}
    </Button>
  );
}
