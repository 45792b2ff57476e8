/** The pages on the screen right now. The views put them in and take them out; marks and selection read them. */
import { create } from 'zustand';
import type { DrawnPage } from './drawn-page.ts';

export interface DrawnPagesSlice {
  /** By page number. */
  readonly pages: ReadonlyMap<number, DrawnPage>;
}

export const useDrawnPages = create<DrawnPagesSlice>()(() => ({ pages: new Map() }));

export function putDrawnPage(page: DrawnPage): void {
  useDrawnPages.setState(({ pages }) => ({ pages: new Map(pages).set(page.number, page) }));
}

/** Takes a page out, unless it was drawn anew meanwhile. */
export function dropDrawnPage(number: number, element?: HTMLElement): void {
  useDrawnPages.setState((slice) => {
    const drawn = slice.pages.get(number);
    if (drawn === undefined || (element !== undefined && drawn.element !== element)) return slice;
    const pages = new Map(slice.pages);
    pages.delete(number);
    return { pages };
  });
}

export function dropAllDrawnPages(): void {
  useDrawnPages.setState({ pages: new Map() });
}
