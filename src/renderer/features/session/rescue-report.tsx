import { useTranslation } from 'react-i18next';
import type { LibraryPlace } from '../../../shared/domain/library.ts';
import { RESCUED_NOUNS, type RescuedLibrary } from '../../../shared/domain/rescue.ts';
import { Button } from '../../components/button.tsx';
import { focusOnShow } from '../../components/focus-on-show.ts';
import { formatNumber } from '../library/format.ts';
import { SessionFrame } from './session-frame.tsx';
import styles from './session.module.css';

interface RescueReportProps {
  readonly rescued: RescuedLibrary;
  readonly onOpen: (place: LibraryPlace) => void;
}

/** What was saved, what has to be looked at, what is lost, and where the new library is. */
export function RescueReportView({ rescued: { place, report }, onOpen }: RescueReportProps) {
  const { t, i18n } = useTranslation('rescue');
  const number = (value: number): string => formatNumber(value, i18n.language);
  const { counts } = report;
  const isWhole = RESCUED_NOUNS.every(
    (noun) => counts[noun].lost === 0 && counts[noun].doubtful === 0,
  );
  return (
    <SessionFrame tight>
      <h1 ref={focusOnShow} tabIndex={-1}>
        {t('report-title')}
      </h1>
      <p role="status">{t(isWhole ? 'report-whole' : 'report-partly')}</p>
      <table className={styles['counts']}>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('saved')}</th>
            <th scope="col">{t('doubtful')}</th>
            <th scope="col">{t('lost')}</th>
          </tr>
        </thead>
        <tbody>
          {RESCUED_NOUNS.map((noun) => (
            <tr key={noun}>
              <th scope="row">{t(`noun-${noun}`)}</th>
              <td>{number(counts[noun].saved)}</td>
              <td>{number(counts[noun].doubtful)}</td>
              <td data-bad={counts[noun].lost > 0 || undefined}>{number(counts[noun].lost)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles['intro']}>
        {t('pages', { damaged: number(report.damagedPages), count: number(report.pages) })}
      </p>
      <p>{t('doubtful-means')}</p>
      <p className={styles['intro']} dir="auto">
        {t('where', { folder: place.folder })}
      </p>
      <p>{t('unchanged')}</p>
      <div className={styles['acts']}>
        <Button look="primary" className={styles['end']} onClick={() => onOpen(place)}>
          {t('open')}
        </Button>
      </div>
    </SessionFrame>
  );
}
