import { useId, useState } from 'react';
import { Check, Minus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FacetGroup } from '../../../../shared/domain/facets.ts';
import { chooseFacet } from '../../../stores/search.ts';
import { valueWords } from './facet-words.ts';
import styles from './facets.module.css';

/** Values that are seen before «Show all». */
const FEW = 6;

/** The values of one facet, those chosen first. */
export function FacetValues({ group }: { group: FacetGroup }) {
  const { t, i18n } = useTranslation(['search', 'library']);
  const [showsAll, setShowsAll] = useState(false);
  const titleId = useId();
  const { facet, values, more } = group;
  const shown = showsAll ? values : values.slice(0, FEW);
  return (
    <section aria-labelledby={titleId} className={styles['group']}>
      <h3 id={titleId}>{t(`facet-${facet}`)}</h3>
      <ul>
        {shown.map((value) => {
          const words = valueWords(facet, value, t, i18n.language);
          return (
            <li key={value.value}>
              <button
                type="button"
                aria-pressed={value.chosen !== 'no'}
                data-choice={`${facet} ${value.value}`}
                data-chosen={value.chosen}
                aria-label={t(`facet-value-${value.chosen}`, {
                  value: words,
                  count: value.documents,
                })}
                className={styles['value']}
                onClick={() => chooseFacet(facet, value.value, value.chosen)}
              >
                {value.chosen === 'with' && <Check size={14} aria-hidden />}
                {value.chosen === 'without' && <Minus size={14} aria-hidden />}
                <span dir="auto" title={words}>
                  {words}
                </span>
                <span className={styles['count']}>{value.documents}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {values.length > FEW && (
        <button type="button" className={styles['all']} onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? t('facet-show-few') : t('facet-show-all', { count: values.length })}
        </button>
      )}
      {showsAll && more > 0 && (
        <p className={styles['more']}>{t('facet-more', { count: more, facet })}</p>
      )}
    </section>
  );
}
