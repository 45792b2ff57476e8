/** The document and the shapes of its pages in plain data, within what the interface accepts. */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { DRAWING_LIMITS, type AnswerTo, type PageShape } from './drawing-answers.ts';

const LANGUAGE = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$/u;

/** A4 in PDF points: what a page is taken for that tells no sensible size. */
const USUAL_PAGE = [0, 0, 595, 842] as const;

export async function describeDocument(pdf: PDFDocumentProxy): Promise<AnswerTo<'document'>> {
  const labels = await pdf.getPageLabels().catch(() => null);
  const metadata = await pdf.getMetadata().catch(() => null);
  const info = metadata?.info as { Language?: unknown } | undefined;
  return {
    labels: labels?.map((label) => label.slice(0, DRAWING_LIMITS.label)) ?? null,
    language: languageOf(info?.Language),
  };
}

export function languageOf(value: unknown): string | null {
  return typeof value === 'string' && LANGUAGE.test(value) ? value : null;
}

export function describePage(page: PDFPageProxy): PageShape {
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view.map(within);
  const userUnit = page.userUnit >= 0.001 && page.userUnit <= 10_000 ? page.userUnit : 1;
  const rotate = (((page.rotate % 360) + 360) % 360) as PageShape['rotate'];
  const fits = (side: number): boolean => side >= 0.001 && side * userUnit <= DRAWING_LIMITS.side;
  return fits(right - left) && fits(top - bottom)
    ? { view: [left, bottom, right, top], rotate, userUnit }
    : { view: [...USUAL_PAGE], rotate, userUnit: 1 };
}

/** A number that the interface takes for a coordinate. */
export function within(value: number): number {
  const { coordinate } = DRAWING_LIMITS;
  return Number.isFinite(value) ? Math.max(-coordinate, Math.min(coordinate, value)) : 0;
}
