import type { MouseEvent } from 'react';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Passage } from '../../../../shared/domain/passage.ts';
import { classes } from '../../../components/classes.ts';
import { noteSaver } from './notes.ts';
import { useColourOf } from '../marks/use-colour-of.ts';
import { usePane } from '../panes/pane.ts';
import { quoteWords } from '../quote-words.ts';
import {
  pageLabel,
  selectPassage,
  selectPassages,
  togglePassage,
  useReader,
} from '../reader-store.ts';
import { reveal } from '../reveal.ts';
import { NoteField } from './note-field.tsx';
import { PassageLabels } from './passage-labels.tsx';
import { rangeOf } from './range-of.ts';
import { PassageTools } from './passage-tools.tsx';
import styles from './panel.module.css';

interface PassageCardProps {
  readonly passage: Passage;
  readonly selected: boolean;
  /** The only selected one is open for editing. */
  readonly open: boolean;
  /** At the place being read. */
  readonly current: boolean;
  /** All passages of the list, for what Shift selects. */
  readonly order: readonly Passage[];
}

/** One passage of the panel. A click goes there; with Ctrl or Shift several are selected. */
export function PassageCard({ passage, selected, open, current, order }: PassageCardProps) {
  const { t } = useTranslation('reader');
  const { t: common } = useTranslation('common');
  const placement = useReader((slice) => slice.placements.get(passage.id));
  const label = useReader((slice) => pageLabel(slice, passage.start.page));
  const note = noteSaver.draftOf(passage.id) ?? passage.note;
  const pane = usePane();
  const colourOf = useColourOf();
  const go = (event: MouseEvent): void => {
    const { selectedId } = pane.reader.getState();
    if (event.ctrlKey || event.metaKey) return togglePassage(passage.id, pane.reader);
    if (event.shiftKey && selectedId !== null) {
      const ids = rangeOf(order, selectedId, passage.id);
      return selectPassages(ids, selectedId, pane.reader);
    }
    selectPassage(passage.id, pane.reader);
    void reveal(passage, true, pane);
  };
  return (
    <article
      className={classes(
        styles['card'],
        selected && styles['selected'],
        current && styles['current'],
      )}
      aria-current={current ? 'location' : undefined}
      data-colour={colourOf(passage.id, passage.colour)}
      data-passage={passage.id}
    >
      <button type="button" className={styles['quote']} aria-pressed={selected} onClick={go}>
        <span className={styles['words']} dir="auto">
          {quoteWords(passage)}
        </span>
        <span className={styles['page']}>{common('page', { page: label })}</span>
      </button>
      {placement !== undefined && (
        <p className={styles['placement']} title={t(`${placement}-hint`)}>
          <TriangleAlert size={13} aria-hidden /> {t(placement)}
        </p>
      )}
      {!open && note !== '' && (
        <p className={styles['note-text']} dir="auto">
          {note}
        </p>
      )}
      <PassageLabels passage={passage} removable={open} />
      {open && (
        <>
          <NoteField passage={passage} />
          <PassageTools passage={passage} />
        </>
      )}
    </article>
  );
}
