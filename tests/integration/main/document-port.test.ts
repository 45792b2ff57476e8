import { once } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it, onTestFinished } from 'vitest';
import { originalOf } from '../../../src/core/handlers/documents.ts';
import { serveDocument } from '../../../src/main/library-process/document-port.ts';
import { MOST_BYTES_AT_ONCE } from '../../../src/shared/drawing/document-bytes.ts';
import { openSession } from '../../fixtures/import/import-session.ts';
import { makePdf } from '../../fixtures/import/make-pdf.ts';

/** The library process' end serves one imported PDF over a real message channel; this is the cage's end. */
async function cageOf(documentId: number) {
  const session = await openSession();
  const content = await makePdf({ pages: ['The ferry left.', 'x'.repeat(400_000)] });
  await session.import(session.file('ferry.pdf', content));
  const { port1, port2 } = new MessageChannel();
  onTestFinished(() => port2.close());
  const heard: unknown[] = [];
  port2.on('message', (message) => heard.push(message));
  const closed = once(port2, 'close');
  // Electron's port wraps what it hands over in an event; Node's does not.
  serveDocument(
    {
      postMessage: (message) => port1.postMessage(message),
      on: (_name, listener) => port1.on('message', (data) => listener({ data })),
      start: () => port1.start(),
      close: () => port1.close(),
    },
    () => originalOf(session.library, documentId),
  );
  return { content, port: port2, heard, closed };
}

async function next(heard: readonly unknown[], count: number): Promise<unknown> {
  await expect.poll(() => heard.length).toBe(count);
  return heard.at(-1);
}

describe('the port of a document', () => {
  it('says the size, then answers ranges of the bytes', async () => {
    const { content, port, heard } = await cageOf(1);
    expect(await next(heard, 1)).toEqual({
      kind: 'size',
      size: content.length,
      password: null,
    });
    for (const [id, begin, end] of [
      [1, 0, 8],
      [2, 260_000, 270_000],
      [3, 0, content.length],
    ] as const) {
      port.postMessage({ kind: 'read', id, begin, end });
      expect(await next(heard, id + 1)).toEqual({
        kind: 'bytes',
        id,
        bytes: new Uint8Array(content.slice(begin, end)),
      });
    }
  });

  it('answers less at the end of the file, and nothing behind it', async () => {
    const { content, port, heard } = await cageOf(1);
    port.postMessage({ kind: 'read', id: 1, begin: content.length - 3, end: content.length + 9 });
    port.postMessage({ kind: 'read', id: 2, begin: content.length + 9, end: content.length + 10 });
    await next(heard, 3);
    expect(heard.slice(1)).toMatchObject([
      { id: 1, bytes: new Uint8Array(content.slice(-3)) },
      { id: 2, bytes: new Uint8Array(0) },
    ]);
  });

  it.each([
    { kind: 'read', id: 1, begin: 0, end: MOST_BYTES_AT_ONCE + 1 },
    { kind: 'read', id: 1, begin: 9, end: 9 },
    { kind: 'read', id: 1, begin: -1, end: 9 },
    { kind: 'read', id: 1, begin: 0, end: 0.5 },
    { kind: 'read', id: 1, begin: 0, end: 9, documentId: 2 },
    { kind: 'open', documentId: 2 },
    null,
    'read',
  ])('is closed when it hears %j', async (message) => {
    const { port, heard, closed } = await cageOf(1);
    await next(heard, 1);
    port.postMessage(message);
    await closed;
    expect(heard).toHaveLength(1);
  });

  it('is closed at once for a document that is not there', async () => {
    const { heard, closed } = await cageOf(2);
    await closed;
    expect(heard).toEqual([]);
  });
});
