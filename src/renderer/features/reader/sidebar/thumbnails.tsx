import { useEffect, useId, useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslation } from 'react-i18next';
import { useMoving } from '../../../components/use-moving.ts';
import { leavePlace } from '../../../stores/trail.ts';
import { usePane } from '../panes/pane.ts';
import { openDocument, pageLabel, useReader } from '../reader-store.ts';
import type { PaperSurface } from '../surface.ts';
import { Thumbnail } from './thumbnail.tsx';
import styles from './sidebar.module.css';

/** CSS pixels of a page of A4 with its label; only until one has been measured. */
const USUAL_HEIGHT = 196;

/** All pages, small. The keys move among them; Enter, Space or a click goes there. */
export function Thumbnails({ paper }: { paper: PaperSurface }) {
  const { t } = useTranslation('reader');
  const total = useReader((slice) => openDocument(slice)?.pages ?? 0);
  const page = useReader((slice) => slice.page);
  const labels = useReader((slice) => slice.pageLabels);
  const rotation = useReader((slice) => slice.rotation);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller,
    estimateSize: () => USUAL_HEIGHT,
    overscan: 2,
  });
  const numbers = Array.from({ length: total }, (_, index) => index + 1);
  const { at, moveTo, onKey } = useMoving(numbers, 'thumbnails', (index) =>
    virtualizer.scrollToIndex(index, { align: 'auto' }),
  );
  const pane = usePane();
  const go = (number: number): void => {
    if (number !== page) leavePlace(pane.name);
    pane.reader.getState().surface?.showPage(number);
  };

  useEffect(() => list.current?.focus({ preventScroll: true }), []);
  // The list follows the pages, and its keys begin where the person reads.
  useEffect(() => {
    if (scroller !== null) moveTo(page - 1);
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [page, scroller]);

  return (
    <div ref={setScroller} className={styles['scroller']}>
      <div
        ref={list}
        role="listbox"
        tabIndex={0}
        aria-label={t('thumbnails')}
        aria-activedescendant={`${id}-${at + 1}`}
        className={styles['thumbnails']}
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={(event) => {
          if (onKey(event)) return;
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          go(at + 1);
        }}
      >
        {virtualizer.getVirtualItems().map(({ key, index, start }) => (
          <div
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            className={styles['slot']}
            style={{ transform: `translateY(${start}px)` }}
          >
            <Thumbnail
              key={rotation}
              id={`${id}-${index + 1}`}
              page={index + 1}
              label={pageLabel({ pageLabels: labels }, index + 1)}
              current={page === index + 1}
              active={at === index}
              paper={paper}
              onGo={() => {
                moveTo(index);
                go(index + 1);
              }}
            />
          </div>
        ))}
      </div>
    </div>
  );
}
