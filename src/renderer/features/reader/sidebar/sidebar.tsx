import { useTranslation } from 'react-i18next';
import { X } from 'lucide-react';
import { IconButton } from '../../../components/icon-button.tsx';
import { useReader } from '../reader-store.ts';
import { OutlineTree } from './outline-tree.tsx';
import { Thumbnails } from './thumbnails.tsx';
import styles from './sidebar.module.css';

/** Left of the pages of a PDF: the pages small, or the outline that the document brings along. */
export function Sidebar() {
  const { t } = useTranslation('reader');
  const sidebar = useReader((slice) => slice.sidebar);
  const paper = useReader((slice) => slice.surface?.paper ?? null);
  if (sidebar === 'hidden' || paper === null) return null;
  const close = (): void => {
    useReader.setState({ sidebar: 'hidden' });
    useReader.getState().surface?.scroller.focus({ preventScroll: true });
  };
  return (
    <aside
      className={styles['sidebar']}
      aria-label={t(sidebar)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <header className={styles['head']}>
        <h3>{t(sidebar)}</h3>
        <IconButton icon={X} label={t('hide-sidebar')} onClick={close} />
      </header>
      {sidebar === 'thumbnails' ? <Thumbnails paper={paper} /> : <OutlineTree paper={paper} />}
    </aside>
  );
}
