import { expect, it } from 'vitest';
import { failureOf } from '../../src/shared/failure.ts';

it.each([
  ['SQLITE_IOERR_WRITE', 'library-gone'],
  ['SQLITE_CANTOPEN_ISDIR', 'library-gone'],
  ['SQLITE_CORRUPT_INDEX', 'library-damaged'],
  ['SQLITE_READONLY_DIRECTORY', 'library-read-only'],
  ['SQLITE_READONLY_DBMOVED', 'library-gone'],
  ['EROFS', 'folder-not-writable'],
  ['SQLITE_BUSY_SNAPSHOT', 'library-in-use'],
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_IOERR_SHMSIZE', 'disk-full'],
  ['SQLITE_CONSTRAINT_UNIQUE', 'internal'],
  ['EIO', 'library-gone'],
])('%s is told as %s', (code, kind) => {
  expect(failureOf(Object.assign(new Error(), { code })).kind).toBe(kind);
});
