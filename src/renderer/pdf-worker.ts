/**
 * Starts pdf.js' worker. The content security policy demands that the URL of a worker comes from the one trusted-types
 * policy that it names; this is that policy, and it knows this one URL.
 */
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.mjs?worker&url';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

/** Not yet in TypeScript's DOM library. */
const { trustedTypes } = globalThis as unknown as { trustedTypes: TrustedTypes };

const policy = trustedTypes.createPolicy('kartoteka', {
  createScriptURL(url) {
    if (url !== workerUrl) throw new Error('Not the worker');
    return url;
  },
});

/** A new worker; the caller terminates it. */
export function startPdfWorker(): Worker {
  return new Worker(policy.createScriptURL(workerUrl), { type: 'module' });
}

/** Where `copyPdfjsData` of the build puts what pdf.js looks up. */
export const PDFJS_FOLDERS = {
  cMapUrl: '/pdfjs/cmaps/',
  standardFontDataUrl: '/pdfjs/standard_fonts/',
  iccUrl: '/pdfjs/iccs/',
  wasmUrl: '/pdfjs/wasm/',
} as const;
