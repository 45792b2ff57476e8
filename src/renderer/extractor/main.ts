/** The extractor page: waits for its one message port and reads PDFs over it. */
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import { PORT_MESSAGE } from '../../shared/extraction/extractor-protocol.ts';
import { PDFJS_FOLDERS, startPdfWorker } from '../pdf-worker.ts';
import { serveExtractions } from './serve-extractions.ts';

pdfjs.GlobalWorkerOptions.workerPort = startPdfWorker();

window.addEventListener('message', ({ source, data, ports: [port] }) => {
  if (source === window && data === PORT_MESSAGE && port) {
    serveExtractions(port, pdfjs, PDFJS_FOLDERS);
  }
});
