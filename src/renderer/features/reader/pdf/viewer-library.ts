/** pdf.js' viewer components. They find pdf.js itself in `globalThis.pdfjsLib`, which `pdf.mjs` sets as it loads. */
import 'pdfjs-dist/legacy/build/pdf.mjs';

export type ViewerLibrary = typeof import('pdfjs-dist/legacy/web/pdf_viewer.mjs');
export type Viewer = InstanceType<ViewerLibrary['PDFViewer']>;
export type PageView = ReturnType<Viewer['getPageView']>;

export function loadViewerLibrary(): Promise<ViewerLibrary> {
  return import('pdfjs-dist/legacy/web/pdf_viewer.mjs');
}

/**
 * The components label their parts through Fluent files fetched from a server. There is none here, and our own labels
 * come from i18n, so they get a translator that does nothing.
 */
export const SILENT_L10N = {
  getLanguage: () => 'en-us',
  getDirection: () => 'ltr',
  get: (ids: unknown) => Promise.resolve(Array.isArray(ids) ? [] : ''),
  translate: () => Promise.resolve(),
  translateOnce: () => Promise.resolve(),
  destroy: () => Promise.resolve(),
  pause: () => undefined,
  resume: () => undefined,
};
