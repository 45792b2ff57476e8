/**
 * The library process' end of the port of a drawing cage: answers ranges of the one document that the port was made for.
 * The cage is not trusted: whatever else it says ends the port.
 */
import { z } from 'zod';
import { MOST_BYTES_AT_ONCE, type ToByteReader } from '../../shared/drawing/document-bytes.ts';
import type { ProtectedSource } from '../../shared/extraction/byte-source.ts';

const readSchema = z
  .strictObject({
    kind: z.literal('read'),
    id: z.int().positive(),
    begin: z.int().nonnegative(),
    end: z.int().positive(),
  })
  .refine(({ begin, end }) => begin < end && end - begin <= MOST_BYTES_AT_ONCE);

/** The part of a message port that is used; Electron's and Node's both have it. */
export interface BytePort {
  postMessage(message: ToByteReader): void;
  on(name: 'message', listener: (event: { data: unknown }) => void): unknown;
  start(): void;
  close(): void;
}

/** @param open finds the document; when there is none, the port is closed. */
export function serveDocument(port: BytePort, open: () => ProtectedSource): void {
  let source: ProtectedSource;
  try {
    source = open();
  } catch {
    return port.close();
  }
  port.on('message', ({ data }) => void answer(data));
  port.start();
  port.postMessage({ kind: 'size', size: source.size, password: source.password });

  async function answer(data: unknown): Promise<void> {
    const asked = readSchema.safeParse(data);
    if (!asked.success) return port.close();
    const { id, begin, end } = asked.data;
    try {
      port.postMessage({ kind: 'bytes', id, bytes: await source.read(begin, end) });
    } catch {
      port.close();
    }
  }
}
