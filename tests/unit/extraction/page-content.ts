/** Builds text content as pdf.js would hand it over, a line at a time. */
import type { TextContentLike, TextItem } from '../../../src/shared/extraction/text-content.ts';

export const FONT_SIZE = 10;
/** Average glyph width in these made-up pages, PDF points. */
const GLYPH = 5;

export interface ItemFields {
  readonly x?: number;
  readonly y?: number;
  readonly size?: number;
  readonly width?: number;
  readonly hasEOL?: boolean;
  readonly dir?: string;
  readonly fontName?: string;
}

export function item(str: string, fields: ItemFields = {}): TextItem {
  const { x = 50, y = 700, size = FONT_SIZE, hasEOL = false, dir = 'ltr' } = fields;
  return {
    str,
    dir,
    transform: [size, 0, 0, size, x, y],
    width: fields.width ?? str.length * GLYPH,
    height: size,
    fontName: fields.fontName ?? 'f1',
    hasEOL,
  };
}

export function page(...items: TextContentLike['items']): TextContentLike {
  return { items, styles: { f1: { vertical: false }, tall: { vertical: true } } };
}

/** Lines 12 points apart from the top; an empty string leaves one line free. */
export function lines(...texts: string[]): TextContentLike {
  return page(
    ...texts
      .map((text, index) => item(text, { y: 700 - index * 12, hasEOL: true }))
      .filter(({ str }) => str !== ''),
  );
}
