/**
 * Where a page lies on the screen: PDF points to CSS pixels and back. The viewer lays out only what is made by pdf.js' own
 * class. The package keeps that to itself, but gives out an instance.
 */
import { XfaLayer } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type PageViewport = ReturnType<typeof XfaLayer.getPageViewport>;

export interface ViewportShape {
  /** PDF points: left, bottom, right, top. */
  readonly viewBox: readonly number[];
  /** Size of a PDF point in 1/72 inch. */
  readonly userUnit: number;
  /** CSS pixels to 1/72 inch. */
  readonly scale: number;
  /** Degrees, clockwise; a multiple of 90. */
  readonly rotation: number;
}

const anyPage = { attributes: { style: { width: '1px', height: '1px' } } };
const Viewport = XfaLayer.getPageViewport(anyPage, {}).constructor as new (
  shape: ViewportShape,
) => PageViewport;

export function pageViewport(shape: ViewportShape): PageViewport {
  return new Viewport(shape);
}
