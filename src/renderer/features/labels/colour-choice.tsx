import { useTranslation } from 'react-i18next';
import { PASSAGE_COLOURS, type PassageColour } from '../../../shared/domain/passage.ts';
import { Swatch } from '../../components/swatch.tsx';
import styles from './labels.module.css';

interface ColourChoiceProps {
  readonly value: PassageColour | null;
  readonly onChoose: (colour: PassageColour | null) => void;
}

/** The eight colours, or none. */
export function ColourChoice({ value, onChoose }: ColourChoiceProps) {
  const { t } = useTranslation('labels');
  return (
    <div role="radiogroup" aria-label={t('colour')} className={styles['colours']}>
      {[null, ...PASSAGE_COLOURS].map((colour) => (
        <button
          key={colour ?? 'none'}
          type="button"
          role="radio"
          aria-checked={colour === value}
          aria-label={t(`colour-${colour ?? 'none'}`)}
          title={t(`colour-${colour ?? 'none'}`)}
          onClick={() => onChoose(colour)}
        >
          <Swatch colour={colour} />
        </button>
      ))}
    </div>
  );
}
