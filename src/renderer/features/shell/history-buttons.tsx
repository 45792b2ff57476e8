import { Redo2, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { commandText } from '../../../shared/i18n/command-text.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { useAction } from '../../actions/use-action.ts';
import { useHistory } from '../../stores/history.ts';
import styles from './rail.module.css';

/** «Undo» and «Redo», with what they would do. */
export function HistoryButtons() {
  const { t, i18n } = useTranslation('commands');
  const { undoes, redoes } = useHistory();
  const undo = useAction('edit.undo');
  const redo = useAction('edit.redo');
  const undoWords = undoes && t('undo-what', { what: commandText(i18n, undoes) });
  const redoWords = redoes && t('redo-what', { what: commandText(i18n, redoes) });
  return (
    <div className={styles['history']}>
      <IconButton
        icon={Undo2}
        label={undoWords ?? undo.label}
        hint={undo.hint.replace(undo.label, undoWords ?? undo.label)}
        disabled={undoes === null}
        onClick={undo.run}
      />
      <IconButton
        icon={Redo2}
        label={redoWords ?? redo.label}
        hint={redo.hint.replace(redo.label, redoWords ?? redo.label)}
        disabled={redoes === null}
        onClick={redo.run}
      />
    </div>
  );
}
