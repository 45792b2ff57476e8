import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { classes } from '../../../components/classes.ts';
import { FilterField } from '../../../components/filter-field.tsx';
import { useMoving } from '../../../components/use-moving.ts';
import { followLink } from '../pdf/links/follow-link.ts';
import { pageLabel, useReader } from '../reader-store.ts';
import type { PaperSurface } from '../surface.ts';
import {
  closedAtFirst,
  currentRow,
  outlineRows,
  parentRow,
  type OutlineItem,
  type OutlineRow,
} from './outline-rows.ts';
import styles from './sidebar.module.css';

const ROW_HEIGHT = 28;
/** CSS pixels to the right for each level, up to a depth that a narrow column can show. */
const INDENT = { each: 14, most: 8 } as const;

interface OutlineListProps {
  readonly outline: readonly OutlineItem[];
  readonly paper: PaperSurface;
}

/** A tree: arrows move, open and close, Enter goes to the place. */
export function OutlineList({ outline, paper }: OutlineListProps) {
  const { t } = useTranslation('reader');
  const [closed, setClosed] = useState(() => closedAtFirst(outline));
  const [filter, setFilter] = useState('');
  const rows = useMemo(() => outlineRows(outline, closed, filter), [outline, closed, filter]);
  const page = useReader((slice) => slice.page);
  const labels = useReader((slice) => slice.pageLabels);
  const here = currentRow(rows, page);
  const id = useId();
  const tree = useRef<HTMLDivElement>(null);
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
  });
  const ids = useMemo(() => rows.map(({ index }) => index), [rows]);
  const { at, moveTo, onKey } = useMoving(ids, filter, (index) =>
    virtualizer.scrollToIndex(index, { align: 'auto' }),
  );
  useEffect(() => tree.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    if (scroller !== null && here >= 0) moveTo(here);
    // Only reading on moves the list; folding and filtering do not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [page, scroller]);

  const fold = ({ index }: OutlineRow, open: boolean): void =>
    setClosed((before) => {
      const after = new Set(before);
      if (open) after.delete(index);
      else after.add(index);
      return after;
    });
  const go = ({ item: { target } }: OutlineRow): void => {
    if (target !== null) followLink(target, paper.goTo);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[at];
    if (onKey(event) || row === undefined) return;
    if (event.key === 'Enter' || event.key === ' ') go(row);
    else if (event.key === 'ArrowRight' && row.open === false) fold(row, true);
    else if (event.key === 'ArrowRight' && row.open === true) moveTo(at + 1);
    else if (event.key === 'ArrowLeft' && row.open === true) fold(row, false);
    else if (event.key === 'ArrowLeft' && row.item.depth > 0) moveTo(parentRow(rows, at));
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div className={styles['filter']}>
        <FilterField label={t('outline-filter')} value={filter} onChange={setFilter} />
      </div>
      <div ref={setScroller} className={styles['scroller']}>
        <div
          ref={tree}
          role="tree"
          tabIndex={0}
          aria-label={t('outline')}
          aria-activedescendant={rows.length > 0 ? `${id}-${rows[at]?.index}` : undefined}
          className={styles['outline']}
          style={{ height: virtualizer.getTotalSize() }}
          onKeyDown={onKeyDown}
        >
          {virtualizer.getVirtualItems().map(({ key, index, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            const { item, open } = row;
            return (
              <div
                key={key}
                id={`${id}-${row.index}`}
                role="treeitem"
                aria-level={item.depth + 1}
                aria-expanded={open ?? undefined}
                aria-current={index === here || undefined}
                aria-selected={index === at}
                className={classes(styles['item'], index === at && styles['active'])}
                style={{
                  transform: `translateY(${start}px)`,
                  paddingInlineStart: 4 + Math.min(item.depth, INDENT.most) * INDENT.each,
                  fontWeight: item.bold ? 600 : undefined,
                  fontStyle: item.italic ? 'italic' : undefined,
                }}
                title={item.title}
                onClick={() => {
                  moveTo(index);
                  go(row);
                }}
              >
                <Fold row={row} onFold={fold} />
                <span className={styles['item-title']} dir="auto">
                  {item.title}
                </span>
                {item.target?.kind === 'place' && (
                  <span className={styles['item-page']}>
                    {pageLabel({ pageLabels: labels }, item.target.page)}
                  </span>
                )}
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}

interface FoldProps {
  readonly row: OutlineRow;
  readonly onFold: (row: OutlineRow, open: boolean) => void;
}

/** For the mouse; the keys have the arrows, and readers of the page the state of the item. */
function Fold({ row, onFold }: FoldProps) {
  if (row.open === null) return <span className={styles['fold']} />;
  const Icon = row.open ? ChevronDown : ChevronRight;
  return (
    <span
      className={styles['fold']}
      aria-hidden
      onClick={(event) => {
        event.stopPropagation();
        onFold(row, row.open === false);
      }}
    >
      <Icon size={14} />
    </span>
  );
}
