/** Passages pinned to be compared with others. They stay until they are unpinned or the library is locked. */
import { create } from 'zustand';

interface PinsSlice {
  /** In the order they were pinned. */
  readonly passageIds: readonly number[];
}

export const usePins = create<PinsSlice>()(() => ({ passageIds: [] }));

export function pin(passageId: number): void {
  usePins.setState(({ passageIds }) => ({
    passageIds: [...passageIds.filter((id) => id !== passageId), passageId],
  }));
}

export function unpin(passageId: number): void {
  usePins.setState(({ passageIds }) => ({
    passageIds: passageIds.filter((id) => id !== passageId),
  }));
}

export function unpinAll(): void {
  usePins.setState({ passageIds: [] });
}
