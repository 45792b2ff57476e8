import { CalendarPlus, Copy, MoveHorizontal, Tag, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PASSAGE_COLOURS, type Passage } from '../../../../shared/domain/passage.ts';
import { useAction } from '../../../actions/use-action.ts';
import { IconButton } from '../../../components/icon-button.tsx';
import { Swatch } from '../../../components/swatch.tsx';
import { openPalette } from '../../palette/palette-store.ts';
import { startBounds } from '../caret/caret-mode.ts';
import { colourPassages, copyCitation, deletePassages } from '../passage-commands.ts';
import styles from './panel.module.css';

/** Colour, tags and the rest for the selected passage. */
export function PassageTools({ passage }: { passage: Passage }) {
  const { t } = useTranslation('actions');
  const { t: reader } = useTranslation('reader');
  const { t: labels } = useTranslation('labels');
  const bounds = useAction('passage.bounds');
  const target = { kind: 'passages', passageIds: [passage.id] } as const;
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
        icon={MoveHorizontal}
        label={t('passage.bounds')}
        hint={bounds.hint}
        onClick={() => startBounds()}
      />
      <IconButton
        icon={Trash2}
        label={t('passage.delete')}
        onClick={() => void deletePassages([passage.id])}
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
            onClick={() => void colourPassages([passage.id], colour)}
          >
            <Swatch colour={colour} />
          </button>
        ))}
      </div>
    </div>
  );
}
