/** Opens a PDF over ranged reads with the settings that hostile files call for, and extracts it. */
import type * as PdfJs from 'pdfjs-dist';
import { fail } from '../failure.ts';
import type { ByteSource } from './byte-source.ts';
import type { PdfExtraction } from './extracted-pdf.ts';
import { extractPdf } from './extract-pdf.ts';

/**
 * Nothing is evaluated, no form scripts, no compiled decoders, no fonts of the machine, no console output but errors.
 * The largest image that is decoded is in pixels, the largest canvas that pdf.js makes for itself in bytes.
 */
export const SAFE_PDF_OPTIONS = {
  isEvalSupported: false,
  useWasm: false,
  useWorkerFetch: false,
  maxImageSize: 60_000_000,
  canvasMaxAreaInBytes: 260_000_000,
  enableXfa: false,
  useSystemFonts: false,
  disableAutoFetch: true,
  disableStream: true,
  stopAtErrors: false,
  verbosity: 0,
} as const;

/** As large as a chunk of the originals store, so that a range is one row. */
const RANGE_BYTES = 256 * 1024;
/**
 * Of a file so much is in memory before it is opened anew, and a part of a large one: to find a page, pdf.js reads a range
 * at each page before it.
 */
const MOST_COLLECTED_BYTES = 64 * 1024 * 1024;
const MOST_COLLECTED_PART = 0.25;
/** Between two openings, so that finding the first of them again is worth it. */
const FEWEST_PAGES = 8;
/** After this long without a page or a range read, a file has hung the parser. */
export const NO_PROGRESS_MS = 60_000;

/** Folder URLs of pdf.js' own data, ending in a slash. */
export interface PdfAssets {
  readonly cMapUrl: string;
  readonly standardFontDataUrl: string;
}

export interface OpenPdfOptions {
  readonly signal: AbortSignal;
  readonly assets: PdfAssets;
  /** For a PDF that asks for one; a wrong one ends as `password-needed` again. */
  readonly password?: string | null;
  readonly onPage?: (done: number, total: number) => void;
  /** Milliseconds; shorter in tests. */
  readonly noProgressMs?: number;
}

/**
 * @param pdfjs the pdf.js module of the caller's world (window or Node).
 * @throws FailureError `cancelled`; whatever `source.read` throws.
 */
export async function extractFromSource(
  pdfjs: typeof PdfJs,
  source: ByteSource,
  options: OpenPdfOptions,
): Promise<PdfExtraction> {
  const watch = watchProgress(options.noProgressMs ?? NO_PROGRESS_MS, options.signal);
  const opener = openInTurns(pdfjs, source, options, watch);
  const onPage = (done: number, total: number): void => {
    watch.progress();
    options.onPage?.(done, total);
  };
  try {
    const work = extractPdf(opener.opened, { signal: options.signal, onPage });
    const pdf = await Promise.race([work, watch.failure]);
    await opener.close();
    return { kind: 'extracted', pdf };
  } catch (error) {
    // Destroyed while it opens a file, pdf.js throws where nobody can catch it. So this waits, and nobody for it.
    void opener.close().catch(() => undefined);
    return explain(error);
  } finally {
    watch.stop();
  }
}

interface Opener {
  /** The document: anew when pdf.js has collected much of the file, because it gives nothing back before it is closed. */
  readonly opened: () => Promise<PdfJs.PDFDocumentProxy>;
  readonly close: () => Promise<void>;
}

function openInTurns(
  pdfjs: typeof PdfJs,
  source: ByteSource,
  options: OpenPdfOptions,
  watch: ProgressWatch,
): Opener {
  let task: PdfJs.PDFDocumentLoadingTask | undefined;
  let collected = 0;
  let most = Math.max(MOST_COLLECTED_BYTES, source.size * MOST_COLLECTED_PART);
  let pages = 0;
  let isOver = false;

  async function close(): Promise<void> {
    const closing = task;
    task = undefined;
    await closing?.promise.catch(() => undefined);
    await closing?.destroy();
  }

  return {
    close() {
      isOver = true;
      return close();
    },
    async opened() {
      pages += 1;
      if (task && collected > most) {
        // Few pages need that much: they would be read more often than they are used.
        if (pages < FEWEST_PAGES) most *= 2;
        await close();
      }
      // Given up meanwhile: nobody would close it.
      if (isOver) throw fail({ kind: 'cancelled' });
      if (task) return task.promise;
      collected = 0;
      pages = 0;
      const range = rangeTransport(pdfjs, source, watch, (bytes) => (collected += bytes));
      task = pdfjs.getDocument({
        ...SAFE_PDF_OPTIONS,
        ...options.assets,
        range,
        rangeChunkSize: RANGE_BYTES,
        ...(options.password ? { password: options.password } : {}),
      });
      return task.promise;
    },
  };
}

/** The result an error stands for; errors that are not pdf.js' own are thrown on. */
function explain(error: unknown): PdfExtraction {
  if (error instanceof ReadError) throw error.cause;
  if (error instanceof TookTooLong) return { kind: 'unreadable', reason: 'took-too-long' };
  const name = error instanceof Error ? error.name : '';
  if (name === 'FailureError') throw error;
  if (name === 'PasswordException') return { kind: 'password-needed' };
  if (error instanceof RangeError) return { kind: 'unreadable', reason: 'out-of-memory' };
  return { kind: 'unreadable', reason: 'damaged-pdf' };
}

class TookTooLong extends Error {}
class ReadError extends Error {}

interface ProgressWatch {
  /** Never resolves; rejects when there is no progress, the signal aborts or a read fails. */
  readonly failure: Promise<never>;
  progress(): void;
  fail(error: Error): void;
  stop(): void;
}

function watchProgress(limitMs: number, signal: AbortSignal): ProgressWatch {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => undefined);
  const onAbort = (): void => reject(fail({ kind: 'cancelled' }));
  const arm = () => setTimeout(() => reject(new TookTooLong()), limitMs);
  let timer = arm();
  if (signal.aborted) onAbort();
  signal.addEventListener('abort', onAbort, { once: true });
  return {
    failure: promise,
    progress() {
      clearTimeout(timer);
      timer = arm();
    },
    fail: reject,
    stop() {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    },
  };
}

function rangeTransport(
  pdfjs: typeof PdfJs,
  source: ByteSource,
  watch: ProgressWatch,
  onBytes: (count: number) => void,
): PdfJs.PDFDataRangeTransport {
  const transport = new pdfjs.PDFDataRangeTransport(source.size, null);
  transport.requestDataRange = (begin: number, end: number): void => {
    void (async () => {
      try {
        const bytes = await source.read(begin, Math.min(end, source.size));
        watch.progress();
        onBytes(bytes.length);
        transport.onDataRange(begin, bytes);
      } catch (cause) {
        watch.fail(new ReadError('read', { cause }));
      }
    })();
  };
  return transport;
}
