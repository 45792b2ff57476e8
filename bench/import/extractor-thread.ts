/** The extractor of the app in a thread of its own: the same code, over the same messages, beside the library's thread. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  Worker,
  isMainThread,
  MessageChannel,
  workerData,
  type MessagePort,
} from 'node:worker_threads';
import { loadPdfJs } from '../../src/core/import/node-pdf-extractor.ts';
import type { PdfExtractor } from '../../src/core/import/pdf-extractor.ts';
import { createPortPdfExtractor } from '../../src/main/library-process/port-pdf-extractor.ts';
import type { ToExtractor } from '../../src/shared/extraction/extractor-protocol.ts';
import { serveExtractions } from '../../src/renderer/extractor/serve-extractions.ts';

export interface ExtractorThread extends PdfExtractor {
  stop(): Promise<number>;
}

export function startExtractorThread(): ExtractorThread {
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(new URL(import.meta.url), {
    workerData: port2 as unknown,
    transferList: [port2],
  });
  const extractor = createPortPdfExtractor({ wanted: () => undefined, stuck: () => undefined });
  extractor.connect({
    postMessage: (message) => port1.postMessage(message),
    on: (name, listener) => port1.on(name, (data) => listener({ data: data as unknown })),
    start: () => port1.start(),
    close: () => port1.close(),
  });
  return { ...extractor, stop: () => worker.terminate() };
}

if (!isMainThread) {
  const port = workerData as MessagePort;
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  serveExtractions(
    {
      addEventListener: (_type, listener) =>
        port.on('message', (data: ToExtractor) => listener({ data })),
      postMessage: (message) => port.postMessage(message),
      start: () => port.start(),
    },
    await loadPdfJs(),
    {
      cMapUrl: `${join(folder, 'cmaps')}/`,
      standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
    },
  );
}
