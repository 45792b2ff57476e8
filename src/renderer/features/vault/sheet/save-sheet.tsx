import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecoverySheet } from '../../../../shared/domain/keys.ts';
import { call } from '../../../api.ts';
import { Button } from '../../../components/button.tsx';
import { wordsOf } from '../../../i18n.ts';
import { PrintedSheet } from './printed-sheet.tsx';
import styles from './sheet.module.css';

type Saving =
  { kind: 'idle' } | { kind: 'saved'; onThisComputer: boolean } | { kind: 'failed'; words: string };

/** What a file of the key means must be read, and the button may stand at the lower edge of the window. */
function bringIntoSight(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}

/** Saves the sheet as a PDF where the person says, and says what such a file means. */
export function SaveSheet({ sheet }: { sheet: RecoverySheet }) {
  const { t } = useTranslation('vault');
  const [saving, setSaving] = useState<Saving>({ kind: 'idle' });
  const save = async (): Promise<void> => {
    setSaving({ kind: 'idle' });
    const outcome = await call('sheet.save', {});
    if (!outcome.ok) setSaving({ kind: 'failed', words: wordsOf(outcome.failure) });
    else if (outcome.value !== null) setSaving({ kind: 'saved', ...outcome.value });
  };
  return (
    <div className={styles['save']}>
      <PrintedSheet sheet={sheet} />
      <Button onClick={() => void save()}>
        <FileDown size={16} aria-hidden />
        {t('sheet-save')}
      </Button>
      <p className={styles['soft']}>{t('sheet-save-hint')}</p>
      {saving.kind === 'failed' && (
        <p role="alert" className={styles['problem']}>
          {saving.words}
        </p>
      )}
      {saving.kind === 'saved' && (
        <p
          role="status"
          ref={bringIntoSight}
          className={saving.onThisComputer ? styles['problem'] : undefined}
        >
          {t(saving.onThisComputer ? 'sheet-saved-here' : 'sheet-saved')}
        </p>
      )}
    </div>
  );
}
