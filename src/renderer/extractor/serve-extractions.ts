/** Answers the library process: one extraction after the other over one port. */
import type * as PdfJs from 'pdfjs-dist';
import type { ByteSource } from '../../shared/extraction/byte-source.ts';
import type { OfficeFormat, PdfExtraction } from '../../shared/extraction/extracted-pdf.ts';
import type { FromExtractor, ToExtractor } from '../../shared/extraction/extractor-protocol.ts';
import { readInParts } from '../../shared/extraction/read-in-parts.ts';
import { extractFromSource, type PdfAssets } from '../../shared/extraction/open-pdf.ts';

/** The part of a message port that is used; the window's and Node's both have it. */
export interface PagePort {
  addEventListener(type: 'message', listener: (event: { data: ToExtractor }) => void): void;
  postMessage(message: FromExtractor): void;
  start(): void;
}

interface Extraction {
  readonly id: number;
  readonly reads: Map<number, (bytes: Uint8Array<ArrayBuffer>) => void>;
}

/** `pdfjs` is the module of the caller's world, so that the same code is tested in Node. */
export function serveExtractions(port: PagePort, pdfjs: typeof PdfJs, assets: PdfAssets): void {
  let current: Extraction | undefined;

  port.addEventListener('message', ({ data }) => receive(data));
  port.start();

  function receive(data: ToExtractor): void {
    if (data.kind === 'extract') {
      current = { id: data.id, reads: new Map() };
      void run(current, data);
      return;
    }
    if (data.id !== current?.id) return;
    current.reads.get(data.begin)?.(data.bytes);
    current.reads.delete(data.begin);
  }

  async function run(
    { id, reads }: Extraction,
    { size, format, password }: Extract<ToExtractor, { kind: 'extract' }>,
  ): Promise<void> {
    const read = (begin: number, end: number): Promise<Uint8Array<ArrayBuffer>> => {
      const { promise, resolve } = Promise.withResolvers<Uint8Array<ArrayBuffer>>();
      reads.set(begin, resolve);
      port.postMessage({ kind: 'read', id, begin, end });
      return promise;
    };
    const source: ByteSource = { size, read: (begin, end) => readInParts(begin, end, read) };
    // Cancelling ends the whole window, so nothing has to be stopped in here.
    const { signal } = new AbortController();
    const onPage = (done: number, total: number): void =>
      port.postMessage({ kind: 'progress', id, done, total });
    try {
      const result =
        format === 'pdf'
          ? await extractFromSource(pdfjs, source, { signal, assets, onPage, password })
          : await readOffice(source, format);
      port.postMessage({ kind: 'finished', id, result });
    } catch {
      // A file that pdf.js did not expect.
      port.postMessage({ kind: 'finished', id, result: DAMAGED });
    }
  }
}

/** Loaded with the first of its files. */
async function readOffice(source: ByteSource, format: OfficeFormat): Promise<PdfExtraction> {
  const { extractOffice } = await import('../../shared/extraction/office/office-text.ts');
  return extractOffice(source, format);
}

const DAMAGED: PdfExtraction = { kind: 'unreadable', reason: 'damaged-pdf' };
