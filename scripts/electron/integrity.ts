import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** The sha512 of a file in the form npm and browsers use: `sha512-<base64>`. */
export async function integrityOf(path: string): Promise<string> {
  const hash = createHash('sha512');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return `sha512-${hash.digest('base64')}`;
}

/** @throws when the file is not the one whose integrity was written down. */
export async function verifyIntegrity(path: string, expected: string): Promise<void> {
  const found = await integrityOf(path);
  if (found !== expected) {
    throw new Error(`The download is not the expected file: it is ${found}, not ${expected}.`);
  }
}
