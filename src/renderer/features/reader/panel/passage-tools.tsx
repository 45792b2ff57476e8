import { CalendarPlus, Copy, Tag, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PASSAGE_COLOURS, type Passage } from '../../../../shared/domain/passage.ts';
import { IconButton } from '../../../components/icon-button.tsx';
import { Swatch } from '../../../components/swatch.tsx';
import { openPalette } from '../../palette/palette-store.ts';
import { colourPassage, copyCitation, deletePassage } from '../passage-commands.ts';
import styles from './panel.module.css';

/** Colour, tags and the rest for the selected passage. */
export function PassageTools({ passage }: { passage: Passage }) {
  const { t } = useTranslation('actions');
  const { t: reader } = useTranslation('reader');
  const { t: labels } = useTranslation('labels');
  const target = { kind: 'passage', passageId: passage.id } as const;
  return (
    <div className={styles['tools']}>
      <IconButton icon={Tag} label={t('passage.tag')} onClick={() => openPalette(target)} />
      <IconButton
        icon={CalendarPlus}
        label={t('passage.new-event')}
        onClick={() => openPalette(target, 'event')}
      />
      <IconButton
        icon={Copy}
        label={t('passage.copy-citation')}
        onClick={() => void copyCitation(passage)}
      />
      <IconButton
        icon={Trash2}
        label={t('passage.delete')}
        onClick={() => void deletePassage(passage.id)}
      />
      <div className={styles['colours']} role="radiogroup" aria-label={reader('colours')}>
        {PASSAGE_COLOURS.map((colour) => (
          <button
            key={colour}
            type="button"
            role="radio"
            aria-checked={colour === passage.colour}
            aria-label={labels(`colour-${colour}`)}
            title={labels(`colour-${colour}`)}
            onClick={() => void colourPassage(passage.id, colour)}
          >
            <Swatch colour={colour} />
          </button>
        ))}
      </div>
    </div>
  );
}
