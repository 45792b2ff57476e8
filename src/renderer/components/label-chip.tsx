import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { LabelRef } from '../../shared/domain/label.ts';
import type { PassageColour } from '../../shared/domain/passage.ts';
import { showLabel } from '../stores/view.ts';
import { LabelIcon } from './label-icon.tsx';
import styles from './label-chip.module.css';

interface LabelChipProps {
  readonly label: LabelRef;
  readonly name: string;
  readonly colour?: PassageColour | null;
  /** Takes the label off; without it the chip is a link only. */
  readonly onRemove?: () => void;
}

/** A link to the page of a tag, a case or an event. */
export function LabelChip({ label, name, colour, onRemove }: LabelChipProps) {
  const { t } = useTranslation('labels');
  return (
    <span className={styles['chip']} data-colour={colour ?? undefined}>
      <button
        type="button"
        className={styles['name']}
        title={`${t(`kind-${label.kind}`)}: ${name}`}
        onClick={(event) => {
          event.stopPropagation();
          showLabel(label.kind, label.id);
        }}
      >
        <LabelIcon kind={label.kind} size={12} />
        <span dir="auto">{name}</span>
      </button>
      {onRemove && (
        <button
          type="button"
          className={styles['remove']}
          aria-label={`${t('unlink')}: ${name}`}
          title={t('unlink')}
          onClick={(event) => {
            event.stopPropagation();
            onRemove();
          }}
        >
          <X size={12} aria-hidden />
        </button>
      )}
    </span>
  );
}
