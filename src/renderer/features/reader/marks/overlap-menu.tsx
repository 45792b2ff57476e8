import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { nextIndex } from '../../../components/use-moving.ts';
import { Swatch } from '../../../components/swatch.tsx';
import { quoteWords } from '../quote-words.ts';
import { selectPassage, useReader } from '../reader-store.ts';
import type { Overlap } from './use-passage-picking.ts';
import styles from './overlap-menu.module.css';

/** Lists the passages that lie on top of each other where the person clicked, the smallest first. */
export function OverlapMenu({ overlap, onClose }: { overlap: Overlap; onClose: () => void }) {
  const { t } = useTranslation('reader');
  const passages = useReader((slice) => slice.passages);
  const selectedId = useReader((slice) => slice.selectedId);
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    menu.current?.querySelector('button')?.focus();
  }, [overlap]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const buttons = [...(menu.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const next = nextIndex(event.key, at, buttons.length);
    if (event.key === 'Escape') onClose();
    else if (next !== null) buttons[next]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const found = overlap.passageIds.flatMap(
    (id) => passages.find((passage) => passage.id === id) ?? [],
  );
  return (
    <div
      ref={menu}
      role="menu"
      aria-label={t('overlapping')}
      className={styles['menu']}
      style={{
        left: Math.min(overlap.x, window.innerWidth - 340),
        top: Math.min(overlap.y + 14, window.innerHeight - 40 * found.length - 20),
      }}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onClose();
      }}
    >
      {found.map((passage) => (
        <button
          key={passage.id}
          type="button"
          role="menuitemradio"
          aria-checked={passage.id === selectedId}
          onFocus={() => selectPassage(passage.id)}
          onClick={onClose}
        >
          <Swatch colour={passage.colour} />
          <span dir="auto">{quoteWords(passage)}</span>
        </button>
      ))}
    </div>
  );
}
