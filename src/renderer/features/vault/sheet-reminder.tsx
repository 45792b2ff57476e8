import { FileWarning } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { useSettings } from '../../stores/settings.ts';
import { showDialog } from '../../stores/view.ts';
import styles from './clipboard-notice.module.css';

/** Says quietly that the recovery sheet is not written down yet. */
export function SheetReminder() {
  const { t } = useTranslation('vault');
  const missing = useSettings(({ settings }) => settings?.recoverySheetConfirmed === null);
  if (!missing) return null;
  return (
    <div className={styles['notice']}>
      <FileWarning size={16} aria-hidden />
      <Button look="quiet" onClick={() => showDialog({ kind: 'security', first: 'sheet' })}>
        {t('sheet-reminder')}
      </Button>
    </div>
  );
}
