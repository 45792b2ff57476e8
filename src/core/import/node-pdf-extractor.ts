/** The PDF extractor inside a plain Node process: for the command line, tests and benchmarks, never for the app. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { extractFromSource, type PdfAssets } from '../../shared/extraction/open-pdf.ts';
import { extractOffice } from '../../shared/extraction/office/office-text.ts';
import { PLAIN_PDF, type PdfExtractor } from './pdf-extractor.ts';

export interface NodePdfExtractorOptions {
  /** Milliseconds without progress after which a file is given up. */
  readonly noProgressMs?: number;
}

/** pdf.js is loaded with the first PDF, because loading it takes about as long as reading a short one. */
export function nodePdfExtractor(options: NodePdfExtractorOptions = {}): PdfExtractor {
  return {
    async extract(source, signal, { format, password } = PLAIN_PDF) {
      if (format !== 'pdf') return extractOffice(source, format);
      const pdfjs = await loadPdfJs();
      const assets = packageAssets();
      return extractFromSource(pdfjs, source, { ...options, signal, assets, password });
    },
  };
}

/** Nothing is drawn in Node: empty stand-ins for the drawing classes keep pdf.js from complaining on the console. */
export async function loadPdfJs(): Promise<typeof import('pdfjs-dist')> {
  const world = globalThis as { DOMMatrix?: unknown; Path2D?: unknown };
  world.DOMMatrix ??= class DOMMatrix {};
  world.Path2D ??= class Path2D {};
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

function packageAssets(): PdfAssets {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  return {
    cMapUrl: `${join(folder, 'cmaps')}/`,
    standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
  };
}
