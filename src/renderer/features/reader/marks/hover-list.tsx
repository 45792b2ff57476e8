import { useTranslation } from 'react-i18next';
import type { Passage } from '../../../../shared/domain/passage.ts';
import { classes } from '../../../components/classes.ts';
import { Swatch } from '../../../components/swatch.tsx';
import { findLabel, labelName, useLabels } from '../../../stores/labels.ts';
import { useReader } from '../reader-store.ts';
import { labelRefsOf } from '../panel/label-refs.ts';
import styles from './hover-list.module.css';

/** CSS pixels. */
const WIDTH = 320;
const ROW_HEIGHT = 56;

/** What lies under the pointer: each passage with its labels and note. It never takes the pointer. */
export function HoverList({ at }: { at: { readonly x: number; readonly y: number } | null }) {
  const { t } = useTranslation('reader');
  const hovered = useReader((slice) => slice.hovered);
  const passages = useReader((slice) => slice.passages);
  const selectedId = useReader((slice) => slice.selectedId);
  const found = hovered.flatMap((id) => passages.find((passage) => passage.id === id) ?? []);
  const tells = found.length > 1 || found.some(hasMore);
  if (at === null || !tells) return null;
  const height = found.length * ROW_HEIGHT + 30;
  const below = at.y + 26 + height < window.innerHeight;
  return (
    <div
      className={styles['list']}
      role="tooltip"
      aria-label={t('passages-here')}
      style={{
        left: Math.max(8, Math.min(at.x + 10, window.innerWidth - WIDTH - 16)),
        ...(below ? { top: at.y + 26 } : { bottom: window.innerHeight - at.y + 18 }),
      }}
    >
      {found.map((passage) => (
        <Row key={passage.id} passage={passage} selected={passage.id === selectedId} />
      ))}
      {found.length > 1 && <p className={styles['hint']}>{t('cycle-hint')}</p>}
    </div>
  );
}

function hasMore(passage: Passage): boolean {
  return passage.note !== '' || labelRefsOf(passage).length > 0;
}

function Row({ passage, selected }: { passage: Passage; selected: boolean }) {
  const book = useLabels((slice) => slice.book);
  const names = labelRefsOf(passage).flatMap((ref) => {
    const found = findLabel(book, ref);
    return found ? labelName(found) : [];
  });
  return (
    <div className={classes(styles['row'], selected && styles['selected'])}>
      <Swatch colour={passage.colour} />
      <div>
        <p className={styles['quote']} dir="auto">
          {passage.quote.slice(0, 120).replace(/\s+/gu, ' ')}
        </p>
        {names.length > 0 && <p dir="auto">{names.join(' · ')}</p>}
        {passage.note !== '' && (
          <p className={styles['note']} dir="auto">
            {passage.note.slice(0, 160)}
          </p>
        )}
      </div>
    </div>
  );
}
