import { Unlink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Excerpt } from '../../../shared/domain/excerpt.ts';
import type { LabelRef } from '../../../shared/domain/label.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { LabelChip } from '../../components/label-chip.tsx';
import { runCommand } from '../../stores/history.ts';
import { useLabels } from '../../stores/labels.ts';
import { openAt, openPlace, useView } from '../../stores/view.ts';
import { quoteWords } from '../reader/quote-words.ts';
import { labelsOfExcerpt } from './labels-of-excerpt.ts';
import styles from './excerpt-card.module.css';

interface ExcerptCardProps {
  readonly excerpt: Excerpt;
  /** The label whose page this is on. */
  readonly of: LabelRef;
}

/** A passage with the words around it, its note and what it is tied to. A click opens the reader at it. */
export function ExcerptCard({ excerpt, of }: ExcerptCardProps) {
  const { t } = useTranslation(['labels', 'common']);
  const book = useLabels((slice) => slice.book);
  const open = useView((view) => openPlace(view)?.target.passageId === excerpt.passageId);
  const others = labelsOfExcerpt(excerpt, book).filter(
    ({ label }) => label.kind !== of.kind || label.id !== of.id,
  );
  return (
    <div className={styles['card']} data-open={open || undefined}>
      <button
        type="button"
        className={styles['quote']}
        title={t('open-passage')}
        onClick={() =>
          openAt({
            documentId: excerpt.documentId,
            page: excerpt.start.page,
            passageId: excerpt.passageId,
          })
        }
      >
        <blockquote dir="auto">
          <span>{excerpt.prefix && `…${excerpt.prefix}`}</span>
          <strong>{quoteWords(excerpt)}</strong>
          <span>{excerpt.suffix && `${excerpt.suffix}…`}</span>
        </blockquote>
        <span className={styles['page']}>
          {t('page', { ns: 'common', page: excerpt.pageLabel })}
        </span>
      </button>
      {excerpt.note !== '' && (
        <p className={styles['note']} dir="auto" aria-label={t('note')}>
          {excerpt.note}
        </p>
      )}
      {others.length > 0 && (
        <div className={styles['chips']}>
          {others.map(({ label, name, colour }) => (
            <LabelChip
              key={`${label.kind} ${label.id}`}
              label={label}
              name={name}
              colour={colour}
            />
          ))}
        </div>
      )}
      <IconButton
        icon={Unlink}
        label={t(`unlink-${of.kind}`)}
        className={styles['unlink']}
        onClick={() =>
          void runCommand({ kind: 'passage.unlink', passageIds: [excerpt.passageId], label: of })
        }
      />
    </div>
  );
}
