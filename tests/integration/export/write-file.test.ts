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

it('says by its name what a crash left, and removes it with the next write', () => {
  const folder = temporaryFolder();
  const left = join(folder, 'вытрымкі.csv.unfinished-export');
  writeFileSync(left, 'words of before');
  const unlike = join(folder, 'вытрымкі.csv.part');
  writeFileSync(unlike, 'of somebody else');
  writeWhole(join(folder, 'вытрымкі.csv'), 'new');
  expect(readdirSync(folder).sort()).toEqual(['вытрымкі.csv', 'вытрымкі.csv.part']);

  const long = `${'я'.repeat(120)}.csv`;
  writeWhole(join(folder, long), 'new');
  expect(readdirSync(folder)).toContain(long);
});

it('writes nothing into the folder of a library', () => {
  const folder = temporaryFolder();
  for (const name of ['library.db', 'keys.json']) writeFileSync(join(folder, name), name);
  for (const name of ['keys.json', 'sheet.pdf']) {
    expect(() => writeWhole(join(folder, name), 'words')).toThrow();
  }
  expect(readdirSync(folder).sort()).toEqual(['keys.json', 'library.db']);
  expect(readFileSync(join(folder, 'keys.json'), 'utf8')).toBe('keys.json');
});
