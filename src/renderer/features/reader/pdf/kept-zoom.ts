/** The zoom that each PDF was left at, while this page lives: locking the library and closing Kartoteka forget it. */
import type { Fit } from '../surface.ts';

export interface LeftZoom {
  /** 1 is 100 %; of no account while `fit` says what fills the view. */
  readonly zoom: number;
  readonly fit: Fit;
}

/** What a document opens with the first time. */
const USUAL: LeftZoom = { zoom: 1, fit: 'width' };

const byDocument = new Map<number, LeftZoom>();

export function keepZoom(documentId: number, left: LeftZoom): void {
  byDocument.set(documentId, left);
}

export function keptZoom(documentId: number): LeftZoom {
  return byDocument.get(documentId) ?? USUAL;
}
