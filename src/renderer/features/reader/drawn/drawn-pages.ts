/** The pages on the screen right now. The views put them in and take them out; marks and selection read them. */
import { createStore, type StoreApi } from 'zustand';
import type { DrawnPage } from './drawn-page.ts';

export interface DrawnPagesSlice {
  /** By page number. */
  readonly pages: ReadonlyMap<number, DrawnPage>;
}

export function createDrawnPages(): StoreApi<DrawnPagesSlice> {
  return createStore<DrawnPagesSlice>()(() => ({ pages: new Map() }));
}

export function putDrawnPage(drawnPages: StoreApi<DrawnPagesSlice>, page: DrawnPage): void {
  drawnPages.setState(({ pages }) => ({ pages: new Map(pages).set(page.number, page) }));
}

/** Takes a page out, unless it was drawn anew meanwhile. */
export function dropDrawnPage(
  drawnPages: StoreApi<DrawnPagesSlice>,
  number: number,
  element?: HTMLElement,
): void {
  drawnPages.setState((slice) => {
    const drawn = slice.pages.get(number);
    if (drawn === undefined || (element !== undefined && drawn.element !== element)) return slice;
    const pages = new Map(slice.pages);
    pages.delete(number);
    return { pages };
  });
}

export function dropAllDrawnPages(drawnPages: StoreApi<DrawnPagesSlice>): void {
  drawnPages.setState({ pages: new Map() });
}
