/** Whether the page «What Kartoteka protects» is open; the lock screen and the workbench both show it. */
import { create } from 'zustand';

export const useProtects = create<{ readonly open: boolean }>()(() => ({ open: false }));

export function showProtects(open: boolean): void {
  useProtects.setState({ open });
}
