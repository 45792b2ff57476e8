/** How far the rescue of a damaged library has come. */
import { create } from 'zustand';

export interface RescueSlice {
  /** Blocks on the disk; `total` 0 until the first is told. */
  readonly done: number;
  readonly total: number;
}

export const useRescue = create<RescueSlice>()(() => ({ done: 0, total: 0 }));

export function noteRescue({ done, total }: RescueSlice): void {
  useRescue.setState({ done, total });
}
