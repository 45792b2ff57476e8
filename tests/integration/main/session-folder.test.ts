import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { makeSessionFolder, removeSessionFolder } from '../../../src/main/session-folder.ts';

let temporary: string;

beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'kartoteka-temporary-'));
  vi.stubEnv('TMPDIR', temporary);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(temporary, { recursive: true, force: true });
});

it('removes what killed runs left, and nothing of running ones or of others', () => {
  const { pid: ended } = spawnSync(process.execPath, ['--version']);
  const left = join(temporary, `kartoteka-session-${ended}-abcdef`);
  const running = join(temporary, `kartoteka-session-${process.pid}-abcdef`);
  const foreign = join(temporary, 'kartoteka-sessions');
  for (const folder of [left, running, foreign]) {
    mkdirSync(folder);
    writeFileSync(join(folder, 'Preferences'), '{}');
  }

  const folder = makeSessionFolder();

  expect(existsSync(left)).toBe(false);
  expect(existsSync(running)).toBe(true);
  expect(existsSync(foreign)).toBe(true);
  expect(basename(folder)).toContain(`-${process.pid}-`);
  removeSessionFolder(folder);
  expect(existsSync(folder)).toBe(false);
});
