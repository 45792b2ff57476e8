/** Asks where, makes the backup while one goes on working, and says how it ended. */
import { call } from '../../../api.ts';
import { i18n } from '../../../i18n.ts';
import { useBackup } from '../../../stores/backup.ts';
import { showFailure, showNotice } from '../../../stores/notices.ts';
import { showDialog } from '../../../stores/view.ts';

export async function backUp(): Promise<void> {
  const t = i18n.getFixedT(null, 'backup');
  const outcome = await call('library.backup', {});
  if (!outcome.ok) {
    if (outcome.failure.kind !== 'cancelled') return showFailure(outcome.failure);
    showNotice({ tone: 'info', text: t('cancelled') });
    return;
  }
  const report = outcome.value;
  if (report === null) return;
  useBackup.setState({ report });
  // No dialog by itself: the person may be typing by now. The status bar keeps the way to the report.
  showNotice({
    tone: 'info',
    topic: 'backup',
    text: t('done', { count: report.documents }),
    act: { label: i18n.t('show-report', { ns: 'jobs' }), run: showBackupReport },
  });
}

export function showBackupReport(): void {
  const { report } = useBackup.getState();
  if (report !== null) showDialog({ kind: 'backup', report });
}
