/** The last backup that was made while this library is open. */
import { create } from 'zustand';
import type { BackupReport } from '../../shared/domain/backup.ts';

export interface BackupSlice {
  readonly report: BackupReport | null;
}

export const useBackup = create<BackupSlice>()(() => ({ report: null }));
