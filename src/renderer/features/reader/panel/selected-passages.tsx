import { Combine, Tag, Trash2, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PASSAGE_COLOURS } from '../../../../shared/domain/passage.ts';
import { ActionIconButton } from '../../../components/action-button.tsx';
import { IconButton } from '../../../components/icon-button.tsx';
import { Swatch } from '../../../components/swatch.tsx';
import { colourPassages } from '../passage-commands.ts';
import { usePane } from '../panes/pane.ts';
import { selectedPassages, selectPassage, useReader } from '../reader-store.ts';
import styles from './panel.module.css';

/** What can be done with several passages at once. */
export function SelectedPassages() {
  const { t } = useTranslation('reader');
  const { t: labels } = useTranslation('labels');
  const { reader } = usePane();
  const count = useReader((slice) => slice.alsoSelected.size + 1);
  const ids = (): number[] => selectedPassages(reader.getState()).map(({ id }) => id);
  return (
    <div className={styles['several']} role="toolbar" aria-label={t('several')}>
      <strong role="status">{t('selected-passages', { count })}</strong>
      <ActionIconButton action="passage.tag" icon={Tag} />
      <ActionIconButton action="passage.merge" icon={Combine} />
      <ActionIconButton action="passage.delete" icon={Trash2} />
      <IconButton
        icon={X}
        label={t('unselect')}
        onClick={() => selectPassage(reader.getState().selectedId, reader)}
      />
      <div className={styles['colours']}>
        {PASSAGE_COLOURS.map((colour) => (
          <button
            key={colour}
            type="button"
            aria-label={labels(`colour-${colour}`)}
            title={labels(`colour-${colour}`)}
            onClick={() => void colourPassages(ids(), colour)}
          >
            <Swatch colour={colour} />
          </button>
        ))}
      </div>
    </div>
  );
}
