import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Passage } from '../../../../shared/domain/passage.ts';
import { classes } from '../../../components/classes.ts';
import { noteSaver } from './notes.ts';
import { pageLabel, selectPassage, useReader } from '../reader-store.ts';
import { reveal } from '../reveal.ts';
import { NoteField } from './note-field.tsx';
import { PassageLabels } from './passage-labels.tsx';
import { PassageTools } from './passage-tools.tsx';
import styles from './panel.module.css';

/** One passage of the panel; the selected one is open for editing. */
export function PassageCard({ passage, selected }: { passage: Passage; selected: boolean }) {
  const { t } = useTranslation('reader');
  const { t: common } = useTranslation('common');
  const placement = useReader((slice) => slice.placements.get(passage.id));
  const label = useReader((slice) => pageLabel(slice, passage.start.page));
  const note = noteSaver.draftOf(passage.id) ?? passage.note;
  const go = (): void => {
    selectPassage(passage.id);
    void reveal(passage, true);
  };
  return (
    <article
      className={classes(styles['card'], selected && styles['selected'])}
      data-colour={passage.colour}
      data-passage={passage.id}
    >
      <button type="button" className={styles['quote']} aria-pressed={selected} onClick={go}>
        <span className={styles['words']} dir="auto">
          {passage.quote.replace(/\s+/gu, ' ')}
        </span>
        <span className={styles['page']}>{common('page', { page: label })}</span>
      </button>
      {placement !== undefined && (
        <p className={styles['placement']} title={t(`${placement}-hint`)}>
          <TriangleAlert size={13} aria-hidden /> {t(placement)}
        </p>
      )}
      {!selected && note !== '' && (
        <p className={styles['note-text']} dir="auto">
          {note}
        </p>
      )}
      <PassageLabels passage={passage} removable={selected} />
      {selected && (
        <>
          <NoteField passage={passage} />
          <PassageTools passage={passage} />
        </>
      )}
    </article>
  );
}
