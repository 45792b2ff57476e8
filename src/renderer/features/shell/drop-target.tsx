import { FileDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { importFiles } from '../library/import-files.ts';
import styles from './drop-target.module.css';

/** Takes files and folders dropped anywhere on the window, and shows that it would. */
export function DropTarget() {
  const { t } = useTranslation('library');
  const over = useFileDrag();
  if (!over) return null;
  return (
    <div className={styles['overlay']}>
      <div className={styles['card']}>
        <FileDown size={40} strokeWidth={1.4} aria-hidden />
        <strong>{t('drop-title')}</strong>
        <span>{t('drop-text')}</span>
      </div>
    </div>
  );
}

function useFileDrag(): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const options = { signal: stop.signal };
    const onOver = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    window.addEventListener('dragenter', onOver, options);
    window.addEventListener('dragover', onOver, options);
    window.addEventListener(
      'dragleave',
      (event) => {
        // Leaving the window, not passing from one element to the next.
        if (event.relatedTarget === null) setOver(false);
      },
      options,
    );
    window.addEventListener(
      'drop',
      (event) => {
        event.preventDefault();
        setOver(false);
        void importFiles(event.dataTransfer?.files ?? []);
      },
      options,
    );
    return () => stop.abort();
  }, []);
  return over;
}
