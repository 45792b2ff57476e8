import { useEffect, useMemo, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Highlighter } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/empty-state.tsx';
import { FilterField } from '../../../components/filter-field.tsx';
import { useLabels } from '../../../stores/labels.ts';
import { useReader } from '../reader-store.ts';
import { filterPassages, labelNamesOf } from './filter-passages.ts';
import { PassageCard } from './passage-card.tsx';
import styles from './panel.module.css';

/** CSS pixels; only until a card has been measured. */
const USUAL_CARD_HEIGHT = 84;

/** Passages of the document in reading order. */
export function PassageList() {
  const { t } = useTranslation('reader');
  const passages = useReader((slice) => slice.passages);
  const selectedId = useReader((slice) => slice.selectedId);
  const book = useLabels((slice) => slice.book);
  const names = useMemo(() => labelNamesOf(book), [book]);
  const [filter, setFilter] = useState('');
  const shown = useMemo(() => filterPassages(passages, filter, names), [passages, filter, names]);
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller,
    estimateSize: () => USUAL_CARD_HEIGHT,
    getItemKey: (index) => shown[index]?.id ?? index,
    overscan: 6,
  });

  useEffect(() => {
    const index = shown.findIndex((passage) => passage.id === selectedId);
    if (index >= 0) virtualizer.scrollToIndex(index, { align: 'auto' });
    // Only a new selection moves the list; typing in a note or filtering does not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [selectedId]);

  if (passages.length === 0) {
    return (
      <EmptyState icon={Highlighter} title={t('no-passages')}>
        {t('no-passages-hint')}
      </EmptyState>
    );
  }
  return (
    <>
      <div className={styles['filter']}>
        <FilterField label={t('filter')} value={filter} onChange={setFilter} />
      </div>
      <div ref={setScroller} className={styles['list']}>
        {shown.length === 0 && <EmptyState>{t('no-match', { filter })}</EmptyState>}
        <div className={styles['cards']} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const passage = shown[item.index];
            if (passage === undefined) return null;
            return (
              <div
                key={item.key}
                ref={virtualizer.measureElement}
                data-index={item.index}
                className={styles['slot']}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <PassageCard passage={passage} selected={passage.id === selectedId} />
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}
