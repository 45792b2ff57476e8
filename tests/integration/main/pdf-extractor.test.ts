import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  createPortPdfExtractor,
  STUCK_MILLISECONDS,
  type ExtractorPort,
  type PortPdfExtractor,
} from '../../../src/main/library-process/port-pdf-extractor.ts';
import {
  serveExtractions,
  type PagePort,
} from '../../../src/renderer/extractor/serve-extractions.ts';
import type { ByteSource } from '../../../src/shared/extraction/byte-source.ts';
import type { ToExtractor } from '../../../src/shared/extraction/extractor-protocol.ts';
import { FailureError } from '../../../src/shared/failure.ts';
import { eventually } from '../../helpers/eventually.ts';

/**
 * Both ends of the port as they run in the app, joined by a real message channel; only the window between them, which
 * is Electron's, is not there.
 */

const packageFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const assets = {
  cMapUrl: `${join(packageFolder, 'cmaps')}/`,
  standardFontDataUrl: `${join(packageFolder, 'standard_fonts')}/`,
};
const never = new AbortController().signal;
const open: MessagePort[] = [];

afterEach(() => {
  vi.useRealTimers();
  for (const port of open.splice(0)) port.close();
});

async function pdfWith(...pages: string[]): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const text of pages)
    pdf.addPage([300, 200]).drawText(text, { x: 20, y: 100, size: 12, font });
  return new Uint8Array(await pdf.save());
}

function sourceOf(bytes: Uint8Array<ArrayBuffer>): ByteSource {
  return { size: bytes.length, read: (begin, end) => bytes.slice(begin, end) };
}

/** Electron's port wraps what it hands over in an event; Node's does not. */
function asElectronPort(port: MessagePort): ExtractorPort {
  open.push(port);
  return {
    postMessage: (message) => port.postMessage(message),
    on: (_name, listener) => port.on('message', (data) => listener({ data })),
    start: () => port.start(),
    close: () => port.close(),
  };
}

interface Setup {
  readonly extractor: PortPdfExtractor;
  readonly wanted: () => number;
  readonly stuck: () => number;
}

/** @param window what each new window does with its end of the port. */
function setUp(window: (port: MessagePort) => void): Setup {
  let wanted = 0;
  let stuck = 0;
  const extractor = createPortPdfExtractor({
    wanted() {
      wanted += 1;
      const { port1, port2 } = new MessageChannel();
      open.push(port2);
      window(port2);
      extractor.connect(asElectronPort(port1));
    },
    stuck: () => (stuck += 1),
  });
  return { extractor, wanted: () => wanted, stuck: () => stuck };
}

const working = (port: MessagePort): void =>
  serveExtractions(port as unknown as PagePort, pdfjs, assets);

/** A window whose parser hangs: it takes messages and answers none. */
const hanging = (port: MessagePort): void => void port.on('message', () => undefined);

describe('the PDF extractor over a port', () => {
  it('gives the text of every page, in one window for several files', async () => {
    const { extractor, wanted } = setUp(working);
    const results = await Promise.all([
      extractor.extract(sourceOf(await pdfWith('The ferry left', 'at dawn')), never),
      extractor.extract(sourceOf(await pdfWith('Another file')), never),
    ]);
    expect(
      results.map((result) =>
        result.kind === 'extracted' ? result.pdf.pages.map((page) => page.text) : result,
      ),
    ).toEqual([['The ferry left', 'at dawn'], ['Another file']]);
    expect(wanted()).toBe(1);
  });

  it('reads the file by ranges within its size', async () => {
    const bytes = await pdfWith('Ranges');
    const ranges: [number, number][] = [];
    const { extractor } = setUp(working);
    await extractor.extract(
      {
        size: bytes.length,
        read(begin, end) {
          ranges.push([begin, end]);
          return bytes.slice(begin, end);
        },
      },
      never,
    );
    expect(ranges.length).toBeGreaterThan(0);
    for (const [begin, end] of ranges) {
      expect(begin).toBeLessThan(end);
      expect(end).toBeLessThanOrEqual(bytes.length);
    }
  });

  it('goes on with the next file after a damaged one', async () => {
    const { extractor, wanted } = setUp(working);
    const damaged = new Uint8Array(readFileSync(import.meta.filename));
    expect(await extractor.extract(sourceOf(damaged), never)).toEqual({
      kind: 'unreadable',
      reason: 'damaged-pdf',
    });
    expect((await extractor.extract(sourceOf(await pdfWith('Whole')), never)).kind).toBe(
      'extracted',
    );
    expect(wanted()).toBe(1);
  });

  it('gives up a window without progress and reads the next file in a new one', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const windows = [hanging, working];
    const { extractor, wanted, stuck } = setUp((port) => windows.shift()?.(port));
    const first = extractor.extract(sourceOf(await pdfWith('Hangs')), never);
    const second = extractor.extract(sourceOf(await pdfWith('Works')), never);
    await vi.advanceTimersByTimeAsync(STUCK_MILLISECONDS - 1);
    expect(stuck()).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(await first).toEqual({ kind: 'unreadable', reason: 'took-too-long' });
    expect(stuck()).toBe(1);
    vi.useRealTimers();
    expect((await second).kind).toBe('extracted');
    expect(wanted()).toBe(2);
  });

  it('counts every read as progress', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const asked = Promise.withResolvers<MessagePort>();
    const { extractor, stuck } = setUp((port) => {
      port.on('message', (message: ToExtractor) => {
        if (message.kind === 'extract') asked.resolve(port);
      });
    });
    const served = Promise.withResolvers<undefined>();
    const extraction = extractor.extract(
      {
        size: 10,
        read() {
          served.resolve(undefined);
          return new Uint8Array(1);
        },
      },
      never,
    );
    const port = await asked.promise;
    await vi.advanceTimersByTimeAsync(STUCK_MILLISECONDS - 1);
    port.postMessage({ kind: 'read', id: 1, begin: 0, end: 1 });
    await served.promise;
    await vi.advanceTimersByTimeAsync(STUCK_MILLISECONDS - 1);
    expect(stuck()).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(await extraction).toEqual({ kind: 'unreadable', reason: 'took-too-long' });
  });

  it('says why when the window dies, and asks for another', async () => {
    const windows = [hanging, working];
    const { extractor, wanted } = setUp((port) => windows.shift()?.(port));
    const first = extractor.extract(sourceOf(await pdfWith('Kills')), never);
    await eventually(() => expect(wanted()).toBe(1));
    extractor.lost('out-of-memory');
    expect(await first).toEqual({ kind: 'unreadable', reason: 'out-of-memory' });
    expect((await extractor.extract(sourceOf(await pdfWith('Works')), never)).kind).toBe(
      'extracted',
    );
  });

  it('stops when it is cancelled and is ready for the next file', async () => {
    const controller = new AbortController();
    const { extractor } = setUp((port) => {
      // Cancelled in the middle of the work, when the first page is done.
      const tapped: PagePort = {
        addEventListener: (_type, listener) => port.on('message', (data) => listener({ data })),
        start: () => port.start(),
        postMessage(message) {
          port.postMessage(message);
          if (message.kind === 'progress') controller.abort();
        },
      };
      serveExtractions(tapped, pdfjs, assets);
    });
    const pages = Array.from({ length: 20 }, (_, index) => `Page ${String(index)}`);
    const cancelled = extractor.extract(sourceOf(await pdfWith(...pages)), controller.signal);
    await expect(cancelled).rejects.toThrow(new FailureError({ kind: 'cancelled' }));
    await expect(
      extractor.extract(sourceOf(await pdfWith('x')), AbortSignal.abort()),
    ).rejects.toThrow(new FailureError({ kind: 'cancelled' }));
    expect((await extractor.extract(sourceOf(await pdfWith('Next')), never)).kind).toBe(
      'extracted',
    );
  });

  it.each([
    null,
    'finished',
    { kind: 'surprise', id: 1 },
    { kind: 'read', id: 1, begin: -1, end: 5 },
    { kind: 'read', id: 1, begin: 5, end: 5 },
    { kind: 'read', id: 1, begin: 0, end: 8 * 1024 * 1024 + 1 },
    // What was too much for a window may still go on in it.
    { kind: 'finished', id: 1, result: { kind: 'unreadable', reason: 'took-too-long' } },
    { kind: 'finished', id: 1, result: { kind: 'unreadable', reason: 'out-of-memory' } },
    {
      kind: 'finished',
      id: 1,
      result: { kind: 'extracted', pdf: { title: '', pages: [{ number: 0, label: '', text: 7 }] } },
    },
  ])('takes a window that says %j for lost, and reads the next file in a new one', async (said) => {
    let windows = 0;
    const { extractor, stuck } = setUp((port) => {
      windows += 1;
      if (windows === 1) port.on('message', () => port.postMessage(said));
      else working(port);
    });
    const first = await extractor.extract(sourceOf(await pdfWith('First')), never);
    expect(first.kind).toBe('unreadable');
    expect(stuck()).toBe(1);
    const second = await extractor.extract(sourceOf(await pdfWith('Second')), never);
    expect(second.kind).toBe('extracted');
  });

  it('passes on that the source can no longer be read', async () => {
    const { extractor } = setUp(working);
    const gone = new FailureError({ kind: 'library-gone' });
    const extraction = extractor.extract({ size: 1000, read: () => Promise.reject(gone) }, never);
    await expect(extraction).rejects.toBe(gone);
    expect((await extractor.extract(sourceOf(await pdfWith('Next')), never)).kind).toBe(
      'extracted',
    );
  });
});
