import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from '../../../../shared/domain/source-document.ts';
import { dropDrawnPage, putDrawnPage } from '../drawn/drawn-pages.ts';
import type { PageSource } from '../page-source.ts';
import { usePane } from '../panes/pane.ts';
import { drawnTextPage } from './drawn-text-page.ts';
import styles from './text-view.module.css';

/** One page of a text document. Its words are a single text node, so offsets in it are canonical offsets. */
export function TextPage({ number, source }: { number: number; source: PageSource }) {
  const [page, setPage] = useState<Page | null>(() => source.loaded(number));
  useEffect(() => {
    let wanted = true;
    if (page === null) {
      void source.page(number).then((loaded) => {
        if (wanted) setPage(loaded);
      });
    }
    return () => {
      wanted = false;
    };
  }, [page, number, source]);
  if (page === null) return <div className={styles['waiting']} />;
  return <Words page={page} />;
}

function Words({ page }: { page: Page }) {
  const { t } = useTranslation('reader');
  const { drawn } = usePane();
  const words = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const marks = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || words.current === null || marks.current === null) return;
    putDrawnPage(drawn, drawnTextPage(page, element, marks.current, words.current));
    return () => dropDrawnPage(drawn, page.number, element);
  }, [page, drawn]);
  return (
    <>
      {page.number > 1 && (
        <div
          className={styles['break']}
          role="separator"
          aria-label={t('page-separator', { label: page.label })}
        >
          {page.label}
        </div>
      )}
      <div ref={box} className={styles['page']} data-text-page={page.number}>
        <div ref={marks} className="page-marks" />
        <div ref={words} className={styles['words']}>
          {page.text}
        </div>
      </div>
    </>
  );
}
