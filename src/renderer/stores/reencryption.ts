/** How far the encryption with a new key has come. */
import { create } from 'zustand';

export interface ReencryptionSlice {
  /** Bytes; `total` 0 until the first is told. */
  readonly done: number;
  readonly total: number;
}

export const useReencryption = create<ReencryptionSlice>()(() => ({ done: 0, total: 0 }));

export function noteReencryption({ done, total }: ReencryptionSlice): void {
  useReencryption.setState({ done, total });
}
