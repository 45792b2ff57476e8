import { useLayoutEffect, useRef, useState } from 'react';
import { Copy, Highlighter, CalendarPlus, StickyNote, Tag } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PASSAGE_COLOURS } from '../../../../shared/domain/passage.ts';
import { ActionIconButton } from '../../../components/action-button.tsx';
import { Swatch } from '../../../components/swatch.tsx';
import { usePalette } from '../../palette/palette-store.ts';
import { createPassage } from '../passage-commands.ts';
import { usePane } from '../panes/pane.ts';
import { useReader, type SelectedWords } from '../reader-store.ts';
import { placeBar, type BarPlace } from './place-bar.ts';
import { clientLinesOf } from './stretch-lines.ts';
import styles from './selection-bar.module.css';

/** Appears at the end of the selected words. */
export function SelectionBar() {
  const words = useReader((slice) => slice.words);
  const tagging = usePalette((slice) => slice.target !== null);
  const [dismissed, setDismissed] = useState<SelectedWords | null>(null);
  if (words === null || tagging || words === dismissed) return null;
  return <Bar words={words} onDismiss={() => setDismissed(words)} />;
}

function Bar({ words, onDismiss }: { words: SelectedWords; onDismiss: () => void }) {
  const { t } = useTranslation('reader');
  const { t: labels } = useTranslation('labels');
  const colour = useReader((slice) => slice.colour);
  const bar = useRef<HTMLDivElement>(null);
  const place = usePlace(words, bar);

  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      onDismiss();
    };
    // On the document: before the window's own use of the key.
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onDismiss]);

  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={t('selection-bar')}
      data-words
      className={styles['bar']}
      style={place === null ? { visibility: 'hidden' } : { left: place.left, top: place.top }}
      // The words stay selected when a button is pressed.
      onMouseDown={(event) => event.preventDefault()}
    >
      <ActionIconButton action="passage.highlight" icon={Highlighter} />
      <div className={styles['colours']}>
        {PASSAGE_COLOURS.map((each) => (
          <button
            key={each}
            type="button"
            className={styles['colour']}
            data-last={each === colour || undefined}
            aria-label={t('highlight-in', { colour: labels(`colour-${each}`) })}
            title={labels(`colour-${each}`)}
            onClick={() => void createPassage(words, [], each)}
          >
            <Swatch colour={each} />
          </button>
        ))}
      </div>
      <ActionIconButton action="passage.tag" icon={Tag} />
      <ActionIconButton action="passage.note" icon={StickyNote} />
      <ActionIconButton action="passage.new-event" icon={CalendarPlus} />
      <ActionIconButton action="passage.copy-citation" icon={Copy} />
    </div>
  );
}

/** Follows the words while they are scrolled or zoomed; null while they are out of view. */
function usePlace(words: SelectedWords, bar: React.RefObject<HTMLDivElement | null>) {
  const pane = usePane();
  const [place, setPlace] = useState<BarPlace | null>(null);
  useLayoutEffect(() => {
    const scroller = pane.reader.getState().surface?.scroller;
    const measure = (): void => {
      if (scroller === undefined || bar.current === null) return;
      const { width, height } = bar.current.getBoundingClientRect();
      const frame = scroller.getBoundingClientRect();
      setPlace(placeBar(clientLinesOf(pane, words), { width, height }, frame, words.backward));
    };
    measure();
    const ending = new AbortController();
    scroller?.addEventListener('scroll', measure, { signal: ending.signal, passive: true });
    window.addEventListener('resize', measure, { signal: ending.signal });
    return () => ending.abort();
  }, [pane, words, bar]);
  return place;
}
