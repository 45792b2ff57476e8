import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { LabelKind } from '../../../shared/domain/label.ts';
import { LabelIcon } from '../../components/label-icon.tsx';
import { QuickKey } from '../../components/quick-key.tsx';
import { Swatch } from '../../components/swatch.tsx';
import { useMoving } from '../../components/use-moving.ts';
import { chooseLabel, showDialog, useView } from '../../stores/view.ts';
import { edtfWords } from './edtf-words.ts';
import type { LabelRow } from './label-rows.ts';
import { keyToPin, pinTag } from './pin-tag.ts';
import styles from './labels.module.css';

interface LabelListProps {
  readonly kind: LabelKind;
  readonly rows: readonly LabelRow[];
  readonly filter: string;
}

const ROW_HEIGHT = { case: 36, tag: 32, event: 50 } as const;

/** The names with their counts; arrows move, Enter opens, Delete asks. */
export function LabelList({ kind, rows, filter }: LabelListProps) {
  const { t } = useTranslation('labels');
  const scroller = useRef<HTMLDivElement>(null);
  const chosen = useView((view) => view.chosen[kind]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT[kind],
    overscan: 10,
  });
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  const moving = useMoving(ids, filter, (index) => virtual.scrollToIndex(index));
  const current = rows[moving.at];
  const onKeyDown = (event: KeyboardEvent): void => {
    if (moving.onKey(event) || current === undefined) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      chooseLabel(kind, current.id);
    } else if (kind === 'tag' && keyToPin(event, current) !== null) {
      event.preventDefault();
      void pinTag(current.id, keyToPin(event, current)?.key ?? null);
    } else if (event.key === 'Delete') showDialog({ kind: 'delete', of: kind, id: current.id });
  };
  return (
    <div
      ref={scroller}
      className={styles['rows']}
      role="listbox"
      tabIndex={0}
      aria-label={t(kind === 'case' ? 'cases' : kind === 'event' ? 'events' : 'tags')}
      aria-activedescendant={current && `${kind}-${current.id}`}
      onKeyDown={onKeyDown}
    >
      <div className={styles['all']} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <div
              key={row.id}
              id={`${kind}-${row.id}`}
              role="option"
              aria-selected={row.id === chosen}
              className={styles['row']}
              data-active={item.index === moving.at || undefined}
              style={{
                height: ROW_HEIGHT[kind],
                transform: `translateY(${item.start}px)`,
                paddingInlineStart: 16 + row.depth * 18,
              }}
              onClick={() => {
                moving.moveTo(item.index);
                chooseLabel(kind, row.id);
              }}
            >
              <LabelListRow kind={kind} row={row} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function LabelListRow({ kind, row }: { kind: LabelKind; row: LabelRow }) {
  const { t, i18n } = useTranslation(['labels', 'common']);
  const date =
    row.date === '' ? t('date-unknown') : (edtfWords(row.date, t, i18n.language) ?? row.date);
  return (
    <>
      {kind === 'tag' && row.colour !== null ? (
        <Swatch colour={row.colour} />
      ) : (
        <LabelIcon kind={kind} />
      )}
      <span className={styles['name']}>
        <span dir="auto" title={[...row.path, row.name].join(' › ')}>
          {row.path.length > 0 && (
            <span className={styles['path']}>{`${row.path.join(' › ')} › `}</span>
          )}
          {row.name}
        </span>
        {kind === 'event' && <small>{date}</small>}
      </span>
      {row.quickKey !== null && (
        <QuickKey digit={row.quickKey} hint={t('quick-key-badge', { key: row.quickKey })} />
      )}
      <span
        className={styles['count']}
        title={t('passages', { ns: 'common', count: row.passages })}
      >
        {row.passages}
      </span>
    </>
  );
}
