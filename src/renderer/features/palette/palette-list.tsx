import { useEffect, useRef } from 'react';
import { Check, Minus, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Passage } from '../../../shared/domain/passage.ts';
import { LabelIcon } from '../../components/label-icon.tsx';
import { QuickKey } from '../../components/quick-key.tsx';
import { tiedOf } from './apply-label.ts';
import type { PaletteGroup, PaletteList as List, PaletteRow } from './palette-rows.ts';
import styles from './palette.module.css';

interface PaletteListProps {
  readonly id: string;
  readonly list: List;
  /** Index of the row Enter means. */
  readonly at: number;
  readonly passages: readonly Passage[];
  readonly onPoint: (row: number) => void;
  readonly onPick: (row: number, stay: boolean) => void;
}

export function PaletteList({ id, list, at, passages, onPoint, onPick }: PaletteListProps) {
  const { t } = useTranslation('palette');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at, list]);

  const starts = startsOf(list.groups);
  return (
    <div ref={box} id={id} role="listbox" aria-label={t('title')} className={styles['list']}>
      {list.groups.length === 0 && <p className={styles['nothing']}>{t('nothing')}</p>}
      {list.groups.map((group, position) => (
        <div key={group.kind} role="group" aria-label={t(`group-${group.kind}`)}>
          <div className={styles['group']} aria-hidden>
            {t(`group-${group.kind}`)}
          </div>
          {group.rows.map((row, offset) => {
            const index = (starts[position] ?? 0) + offset;
            const tied = row.kind === 'label' ? tiedOf(passages, row.entry) : 'none';
            return (
              <div
                // By place: each key typed changes words of rows that are there, which is much less work than new rows.
                key={offset}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === at}
                className={styles['row']}
                onMouseMove={() => {
                  if (index !== at) onPoint(index);
                }}
                onMouseDown={(event) => event.preventDefault()}
                onClick={(event) => onPick(index, event.shiftKey)}
              >
                <RowWords row={row} />
                {tied !== 'none' && (
                  <span className={styles['tied']} title={t(`tied-${tied}`)}>
                    {tied === 'all' ? (
                      <Check size={14} aria-hidden />
                    ) : (
                      <Minus size={14} aria-hidden />
                    )}
                    <span className="visually-hidden">{t(`tied-${tied}`)}</span>
                  </span>
                )}
              </div>
            );
          })}
          {group.more > 0 && <p className={styles['more']}>{t('more', { count: group.more })}</p>}
        </div>
      ))}
    </div>
  );
}

function RowWords({ row }: { row: PaletteRow }) {
  const { t } = useTranslation('palette');
  if (row.kind === 'create') {
    return (
      <>
        <Plus size={14} aria-hidden />
        <span className={styles['name']}>{t(`create-${row.label}`, { name: row.name })}</span>
        <LabelIcon kind={row.label} />
      </>
    );
  }
  const { kind, name, context, quickKey, aliases } = row.entry;
  return (
    <>
      <LabelIcon kind={kind} />
      <span className={styles['name']} dir="auto">
        {name}
      </span>
      <span className={styles['context']} dir="auto">
        {[context, aliases.replaceAll('\n', ', ')].filter((part) => part !== '').join(' · ')}
      </span>
      {quickKey !== null && <QuickKey digit={quickKey} hint={t('quick-key', { key: quickKey })} />}
    </>
  );
}

/** Index of the first row of each group. */
function startsOf(groups: readonly PaletteGroup[]): number[] {
  let next = 0;
  return groups.map(({ rows }) => {
    const start = next;
    next += rows.length;
    return start;
  });
}
