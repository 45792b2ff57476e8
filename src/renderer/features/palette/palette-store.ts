/** What the palette is open for. */
import { create } from 'zustand';
import type { LabelKind } from '../../../shared/domain/label.ts';
import type { SelectedWords } from '../reader/reader-store.ts';

export type PaletteTarget =
  /** Words not yet highlighted: the first label makes the passage. */
  { kind: 'words'; words: SelectedWords } | { kind: 'passages'; passageIds: readonly number[] };

export interface PaletteSlice {
  /** Null while the palette is closed. */
  readonly target: PaletteTarget | null;
  /** Only this kind is listed and created («New event…»); null lists all. */
  readonly only: LabelKind | null;
}

export const usePalette = create<PaletteSlice>()(() => ({ target: null, only: null }));

export function openPalette(target: PaletteTarget, only: LabelKind | null = null): void {
  usePalette.setState({ target, only });
}

export function closePalette(): void {
  usePalette.setState({ target: null, only: null });
}
