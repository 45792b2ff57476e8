import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { DayHistogram } from '../../../../shared/domain/facets.ts';
import { DayBars } from './day-bars.tsx';
import styles from './facets.module.css';

/** Documents by time; a click on a bar keeps to it and opens what it is made of. */
export function DaysHistogram({ histogram }: { histogram: DayHistogram }) {
  const { t } = useTranslation('search');
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className={styles['group']}>
      <h3 id={titleId}>{t(`facet-${histogram.facet}`)}</h3>
      {histogram.rows.map((bars) => (
        <DayBars key={bars[0]?.value} facet={histogram.facet} bars={bars} />
      ))}
    </section>
  );
}
