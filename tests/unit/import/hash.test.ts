import { createHash } from 'node:crypto';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FileProblem } from '../../../src/core/import/file-problem.ts';
import { digestFile } from '../../../src/core/import/hash.ts';

function path(content: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'kartoteka-hash-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'file'), content);
  return join(folder, 'file');
}

describe('digestFile', () => {
  it.each([0, 1, 999, 1000, 1001, 3000])('hashes %i bytes in pieces of 1000', async (size) => {
    const bytes = Buffer.from(Array.from({ length: size }, (_, index) => index % 256));
    const file = await open(path(bytes));
    const chunks: Buffer[] = [];
    const digest = await digestFile(file, 1000, (chunk) => chunks.push(Buffer.from(chunk)));
    await file.close();
    expect(digest.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(digest.size).toBe(size);
    expect(Buffer.concat(chunks).equals(bytes)).toBe(true);
    expect(chunks.slice(0, -1).every(({ length }) => length === 1000)).toBe(true);
    expect(Buffer.from(digest.head).equals(bytes.subarray(0, 1000))).toBe(true);
  });

  it('notices a file that grows while it is read', async () => {
    const name = path(Buffer.alloc(5000, 'a'));
    const file = await open(name);
    const growing = digestFile(file, 1000, () => appendFileSync(name, 'b'));
    await expect(growing).rejects.toThrow(FileProblem);
    await file.close();
  });
});
