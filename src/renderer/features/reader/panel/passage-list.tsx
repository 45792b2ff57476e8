import { useEffect, useMemo, useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Highlighter } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/empty-state.tsx';
import { useLabels } from '../../../stores/labels.ts';
import { useReader } from '../reader-store.ts';
import { filterPassages, isFiltered, labelNamesOf } from './filter-passages.ts';
import { PassageCard } from './passage-card.tsx';
import { PassageFilters } from './passage-filters.tsx';
import { SelectedPassages } from './selected-passages.tsx';
import { useListKeys } from './use-list-keys.ts';
import styles from './panel.module.css';

/** CSS pixels; only until a card has been measured. */
const USUAL_CARD_HEIGHT = 84;

/** Passages of the document in reading order. */
/** @param hasWords a document of pictures has areas to highlight instead. */
export function PassageList({ hasWords }: { hasWords: boolean }) {
  const { t } = useTranslation('reader');
  const passages = useReader((slice) => slice.passages);
  const selectedId = useReader((slice) => slice.selectedId);
  const alsoSelected = useReader((slice) => slice.alsoSelected);
  const currentId = useReader((slice) => slice.currentId);
  const filter = useReader((slice) => slice.filter);
  const book = useLabels((slice) => slice.book);
  const names = useMemo(() => labelNamesOf(book), [book]);
  const shown = useMemo(() => filterPassages(passages, filter, names), [passages, filter, names]);
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const inUse = useRef(false);
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller,
    estimateSize: () => USUAL_CARD_HEIGHT,
    getItemKey: (index) => shown[index]?.id ?? index,
    overscan: 6,
  });
  const keys = useListKeys(shown);

  const bringIntoView = (id: number | null): void => {
    const index = shown.findIndex((passage) => passage.id === id);
    if (index >= 0) virtualizer.scrollToIndex(index, { align: 'auto' });
  };
  // Only a new selection moves the list; typing in a note or filtering does not.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  useEffect(() => bringIntoView(selectedId), [selectedId]);
  // Reading on moves it too, but not away from under the hand of a person.
  useEffect(() => {
    if (!inUse.current) bringIntoView(currentId);
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [currentId]);

  if (passages.length === 0) {
    return (
      <EmptyState icon={Highlighter} title={t('no-passages')}>
        {t(hasWords ? 'no-passages-hint' : 'no-passages-hint-picture')}
      </EmptyState>
    );
  }
  const several = alsoSelected.size > 0;
  return (
    <>
      <PassageFilters passages={passages} shown={shown.length} names={names} />
      {several && <SelectedPassages />}
      <div
        ref={setScroller}
        className={styles['list']}
        role="group"
        aria-label={t('passage-list')}
        onKeyDown={keys}
        onPointerEnter={() => (inUse.current = true)}
        onPointerLeave={() => (inUse.current = false)}
        onFocus={() => (inUse.current = true)}
        onBlur={() => (inUse.current = false)}
      >
        {shown.length === 0 && (
          <EmptyState>
            {filter.text.trim() !== '' && !isFiltered({ ...filter, text: '' })
              ? t('no-match', { filter: filter.text })
              : t('nothing-fits')}
          </EmptyState>
        )}
        <div className={styles['cards']} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const passage = shown[item.index];
            if (passage === undefined) return null;
            const isSelected = passage.id === selectedId || alsoSelected.has(passage.id);
            return (
              <div
                key={item.key}
                ref={virtualizer.measureElement}
                data-index={item.index}
                className={styles['slot']}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <PassageCard
                  passage={passage}
                  selected={isSelected}
                  open={isSelected && !several}
                  current={passage.id === currentId}
                  order={shown}
                />
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}
