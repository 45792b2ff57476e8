import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeWhole } from '../../../src/core/export/write-file.ts';
import { failureOf } from '../../../src/shared/failure.ts';
import { temporaryFolder } from '../../helpers/temporary-library.ts';

it('replaces a file as a whole and lets nobody else read it', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'вытрымкі.csv');
  writeFileSync(file, 'old');
  writeWhole(file, 'новы тэкст');
  expect(readFileSync(file, 'utf8')).toBe('новы тэкст');
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(readdirSync(folder)).toEqual(['вытрымкі.csv']);
});

it('leaves nothing half done where it cannot write', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'taken.csv'));
  writeFileSync(join(folder, 'taken.csv', 'inside'), 'x');
  let kind = 'none';
  try {
    writeWhole(join(folder, 'taken.csv'), 'text');
  } catch (error) {
    kind = failureOf(error).kind;
  }
  expect(kind).toBe('export-not-written');
  expect(readdirSync(folder)).toEqual(['taken.csv']);
});
