/** Starts imports; progress comes as job events. */
import { call, pathsOfFiles } from '../../api.ts';
import { i18n } from '../../i18n.ts';
import { showFailure, showNotice } from '../../stores/notices.ts';

/** Imports what was dropped; folders go in with everything in them. */
export async function importFiles(files: Iterable<File>): Promise<void> {
  const paths = pathsOfFiles(files);
  if (paths.length === 0) {
    showNotice({ tone: 'problem', text: i18n.t('nothing-to-import', { ns: 'failures' }) });
    return;
  }
  const outcome = await call('import.start', { paths });
  if (!outcome.ok) showFailure(outcome.failure);
}

export async function importSamples(): Promise<void> {
  const outcome = await call('import.samples', {});
  if (!outcome.ok) showFailure(outcome.failure);
}
