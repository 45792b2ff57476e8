import { useTranslation } from 'react-i18next';
import type { LibraryPlace } from '../../../shared/domain/library.ts';
import { Button } from '../../components/button.tsx';
import { focusOnShow } from '../../components/focus-on-show.ts';
import { useAsked } from '../../components/use-asked.ts';
import { chooseLibrary } from './choose-library.ts';
import styles from './session.module.css';

interface PlaceListProps {
  readonly chosen: LibraryPlace | null;
  readonly onChoose: (place: LibraryPlace) => void;
}

/** The libraries in the usual place, and the way to any other folder. */
export function PlaceList({ chosen, onChoose }: PlaceListProps) {
  const { t } = useTranslation('session');
  const places = useAsked('session.places', {}, 0);
  const open = async (): Promise<void> => {
    const place = await chooseLibrary();
    if (place !== null) onChoose(place);
  };
  return (
    <section className={styles['form']} aria-label={t('libraries')}>
      <h2 ref={focusOnShow} tabIndex={-1}>
        {t('libraries')}
      </h2>
      {places !== null && places.length === 0 && <p>{t('libraries-none')}</p>}
      <ul className={styles['places']}>
        {places?.map((place) => (
          <li key={place.folder}>
            <button
              type="button"
              dir="auto"
              aria-pressed={place.folder === chosen?.folder}
              onClick={() => onChoose(place)}
            >
              {place.folderName}
            </button>
          </li>
        ))}
      </ul>
      <div className={styles['acts']}>
        <Button onClick={() => void open()}>{t('open-folder')}</Button>
      </div>
    </section>
  );
}
