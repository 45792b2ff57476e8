import { TextCursor } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useReader } from '../reader-store.ts';
import styles from './caret-bar.module.css';

/** Says that the keys move a caret, and which; reads out what it passes. */
export function CaretBar() {
  const { t } = useTranslation('reader');
  const boundsOf = useReader((slice) => slice.caret?.boundsOf ?? null);
  const said = useReader((slice) => slice.caret?.said ?? null);
  return (
    <>
      {said !== null && (
        <p className={styles['bar']} data-bar-at-bottom>
          <TextCursor size={15} aria-hidden />
          {t(boundsOf === null ? 'caret-help' : 'bounds-help')}
        </p>
      )}
      <span className="visually-hidden" aria-live="assertive" data-caret-said>
        {said}
      </span>
    </>
  );
}
