/** Reads the document's bytes over a message port, range by range; the file is never held whole. */
import { PDFDataRangeTransport } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { FromByteReader, ToByteReader } from '../../shared/drawing/document-bytes.ts';
import { readInParts } from '../../shared/extraction/read-in-parts.ts';

/** As large as a chunk of the originals store, so that a range is one row. */
export const RANGE_BYTES = 256 * 1024;

interface ByteReader {
  readonly range: PDFDataRangeTransport;
  readonly password: string | null;
  /** Rejects when the bytes cannot be had any more; pdf.js would wait for ever. */
  readonly failed: Promise<never>;
}

/** Resolves when the other side has said how large the document is and what it opens with. */
export function readOver(port: MessagePort, moved: () => void): Promise<ByteReader> {
  const failed = Promise.withResolvers<never>();
  const opened = Promise.withResolvers<ByteReader>();
  failed.promise.catch((reason: unknown) => opened.reject(reason));
  let range: PortRange | undefined;
  port.addEventListener('message', ({ data }: MessageEvent<ToByteReader>) => {
    if (data.kind === 'size') {
      range = new PortRange(data.size, port);
      opened.resolve({ range, password: data.password, failed: failed.promise });
    } else {
      moved();
      range?.receive(data.id, data.bytes);
    }
  });
  port.addEventListener('close', () => failed.reject(new Error('The bytes cannot be had')));
  port.start();
  return opened.promise;
}

class PortRange extends PDFDataRangeTransport {
  readonly #port: MessagePort;
  readonly #waiting = new Map<number, (part: Uint8Array<ArrayBuffer>) => void>();
  #lastId = 0;

  constructor(size: number, port: MessagePort) {
    super(size, null);
    this.#port = port;
  }

  override requestDataRange(begin: number, end: number): void {
    void readInParts(begin, end, (from, to) => this.#read(from, to)).then((bytes) =>
      this.onDataRange(begin, bytes),
    );
  }

  receive(id: number, bytes: Uint8Array<ArrayBuffer>): void {
    this.#waiting.get(id)?.(bytes);
    this.#waiting.delete(id);
  }

  #read(begin: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
    const { promise, resolve } = Promise.withResolvers<Uint8Array<ArrayBuffer>>();
    this.#lastId += 1;
    this.#waiting.set(this.#lastId, resolve);
    const message: FromByteReader = { kind: 'read', id: this.#lastId, begin, end };
    this.#port.postMessage(message);
    return promise;
  }
}
