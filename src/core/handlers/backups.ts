/** Backups run as jobs; the person chose the place in the dialog of main. */
import { z } from 'zod';
import type { BackupReport } from '../../shared/domain/backup.ts';
import { fail } from '../../shared/failure.ts';
import { pathSchema } from '../../shared/ipc/schemas.ts';
import { backupLibrary } from '../library/backup/backup-library.ts';
import { freeLibraryFolder, placeAt } from '../library/places.ts';
import type { LibraryContext } from './context.ts';

/** `parent` is the folder in which the folder of the backup is made. */
export const backupWriteSchema = z.strictObject({ parent: pathSchema });

/** What an earlier backup, open now, has behind its name. */
const DATED = / \d{4}-\d{2}-\d{2}( \d+)?$/;

/**
 * Answers when the backup is whole. It is a job meanwhile, with progress, and can be cancelled as one.
 * @throws FailureError `library-busy` while an import or another backup runs, and what `backupLibrary` throws.
 */
export function writeBackup(
  { library, jobs }: LibraryContext,
  { parent }: z.infer<typeof backupWriteSchema>,
): Promise<BackupReport> {
  if (jobs.list().some(({ state }) => state.kind === 'running')) {
    throw fail({ kind: 'library-busy' });
  }
  const name = placeAt(library.folder).folderName.replace(DATED, '');
  const folder = freeLibraryFolder(parent, `${name} ${today()}`);
  return new Promise((resolve, reject) => {
    jobs.start({ what: 'backup' }, async (reporter) => {
      const making = backupLibrary(library, folder, {
        signal: reporter.signal,
        onProgress: (now) => reporter.progress({ ...now, current: '' }),
      });
      making.then(resolve, reject);
      await making;
    });
  });
}

/** By the calendar of the person. */
function today(now = new Date()): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
