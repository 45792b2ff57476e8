/**
 * The PDF extractor of the app: asks the sandboxed extractor window over a message port. The window reads the file
 * through us, range by range, so it needs neither the file nor its name.
 */
import { assertNever } from '../../shared/assert-never.ts';
import type { FromExtractor, ToExtractor } from '../../shared/extraction/extractor-protocol.ts';
import { fail } from '../../shared/failure.ts';
import {
  PLAIN_PDF,
  type ByteSource,
  type ExtractionRequest,
  type PdfExtraction,
  type PdfExtractor,
} from '../../core/import/pdf-extractor.ts';
import { extractorMessageSchema } from './extractor-message.ts';
import type { ExtractorLoss } from './messages.ts';

/** A window that neither reads nor finishes a page for so many milliseconds hangs in a hostile file. */
export const STUCK_MILLISECONDS = 60_000;

/** The part of a message port that is used; Electron's and Node's both have it. */
export interface ExtractorPort {
  postMessage(message: ToExtractor): void;
  on(name: 'message', listener: (event: { data: unknown }) => void): unknown;
  start(): void;
  close(): void;
}

/** How to ask for a window and how to say that it hangs. */
export interface ExtractorHost {
  wanted(): void;
  stuck(): void;
}

export interface PortPdfExtractor extends PdfExtractor {
  /** A new window is there. */
  connect(port: ExtractorPort): void;
  /** The window is gone; what it worked on ends with this reason. */
  lost(reason: ExtractorLoss): void;
}

interface Extraction {
  readonly id: number;
  readonly source: ByteSource;
  readonly request: ExtractionRequest;
  finish(result: PdfExtraction): void;
  abort(error: Error): void;
}

/** One file at a time: callers wait for each other. */
export function createPortPdfExtractor(host: ExtractorHost): PortPdfExtractor {
  let port: ExtractorPort | undefined;
  let current: Extraction | undefined;
  let previous: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let lastId = 0;
  /** A window was asked for and is not there yet. */
  let awaited = false;

  function start(): void {
    if (!current) return;
    watch();
    if (port) {
      const { id, source, request } = current;
      port.postMessage({ kind: 'extract', id, size: source.size, ...request });
    } else if (!awaited) {
      awaited = true;
      host.wanted();
    }
  }

  function watch(): void {
    clearTimeout(timer);
    timer = setTimeout(() => replaceWindow('took-too-long'), STUCK_MILLISECONDS);
  }

  /** Ends the window; the next file gets a new one. */
  function replaceWindow(reason: ExtractorLoss): void {
    host.stuck();
    lose(reason);
  }

  function lose(reason: ExtractorLoss): void {
    port?.close();
    port = undefined;
    awaited = false;
    current?.finish({ kind: 'unreadable', reason });
  }

  function receive(message: FromExtractor): void {
    // What an extraction that was cancelled still says.
    if (message.id !== current?.id) return;
    watch();
    switch (message.kind) {
      case 'read':
        return void serve(current, message.begin, message.end);
      case 'progress':
        return;
      case 'finished': {
        const { result } = message;
        // What was too much for a window may still go on in it.
        if (result.kind === 'unreadable' && isTooMuch(result.reason)) {
          return replaceWindow(result.reason);
        }
        return current.finish(result);
      }
      default:
        return assertNever(message);
    }
  }

  async function serve(extraction: Extraction, begin: number, end: number): Promise<void> {
    try {
      const bytes = await extraction.source.read(begin, Math.min(end, extraction.source.size));
      if (extraction === current) {
        port?.postMessage({ kind: 'bytes', id: extraction.id, begin, bytes });
      }
    } catch (error) {
      extraction.abort(error instanceof Error ? error : new Error('Source could not be read'));
    }
  }

  function run(
    source: ByteSource,
    signal: AbortSignal,
    request: ExtractionRequest,
  ): Promise<PdfExtraction> {
    signal.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<PdfExtraction>();
    lastId += 1;
    const extraction: Extraction = {
      id: lastId,
      source,
      request,
      finish: resolve,
      abort: reject,
    };
    const cancel = (): void => {
      reject(fail({ kind: 'cancelled' }));
      // The window may hang in this file; the next one must not be blamed for it.
      replaceWindow('took-too-long');
    };
    signal.addEventListener('abort', cancel, { once: true });
    current = extraction;
    start();
    return promise.finally(() => {
      signal.removeEventListener('abort', cancel);
      clearTimeout(timer);
      current = undefined;
    });
  }

  return {
    extract(source, signal, request = PLAIN_PDF) {
      const turn = previous.then(() => {
        if (signal.aborted) throw fail({ kind: 'cancelled' });
        return run(source, signal, request);
      });
      previous = turn.catch(() => undefined);
      return turn;
    },
    connect(newPort) {
      port = newPort;
      awaited = false;
      newPort.on('message', ({ data }) => {
        if (port !== newPort) return;
        const message = extractorMessageSchema.safeParse(data);
        if (message.success) receive(message.data);
        else replaceWindow('out-of-memory');
      });
      newPort.start();
      start();
    },
    lost: lose,
  };
}

function isTooMuch(reason: string): reason is ExtractorLoss {
  return reason === 'took-too-long' || reason === 'out-of-memory';
}
