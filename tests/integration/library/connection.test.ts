/** Every connection is encrypted with exactly our key, and is asked whether it is, when it is opened and when it is closed. */
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { connect, disconnect } from '../../../src/core/library/connection.ts';
import { opensWith } from '../../../src/core/library/files/database-file.ts';
import { failureOf } from '../../../src/shared/failure.ts';
import { openElsewhere, opensElsewhere } from '../../helpers/other-sqlcipher.ts';
import { temporaryFolder } from '../../helpers/temporary-library.ts';

const KEY = randomBytes(32);
const DIGITS = KEY.toString('hex');

function newFile(): string {
  const path = join(temporaryFolder(), 'library.db');
  const database = connect(path, KEY, 'create');
  database.exec("CREATE TABLE note (words TEXT); INSERT INTO note VALUES ('kept')");
  disconnect(database);
  return path;
}

function failureOfOpening(path: string): string {
  try {
    disconnect(connect(path, KEY, 'open'));
    return 'none';
  } catch (error) {
    return failureOf(error).kind;
  }
}

describe('the raw key', () => {
  it('is raw for other software, too: only the one right notation opens the file', () => {
    const path = newFile();
    expect(opensElsewhere(path, [`PRAGMA key = "x'${DIGITS}'"`])).toBe(true);
    for (const wrong of [
      `PRAGMA key = '${DIGITS}'`,
      `PRAGMA key = "${DIGITS}"`,
      `PRAGMA key = "x'${DIGITS.slice(2)}'"`,
      `PRAGMA key = 'raw:${DIGITS}'`,
    ]) {
      expect([wrong, opensElsewhere(path, [wrong])]).toEqual([wrong, false]);
    }
  });

  it('of a file made elsewhere opens here, and one made with the digits as a passphrase does not', () => {
    for (const [notation, outcome] of [
      [`PRAGMA key = "x'${DIGITS}'"`, 'none'],
      [`PRAGMA key = '${DIGITS}'`, 'library-damaged'],
    ]) {
      const path = join(temporaryFolder(), 'library.db');
      openElsewhere(path, [notation ?? '', 'CREATE TABLE note (words TEXT)']).close();
      expect(failureOfOpening(path)).toBe(outcome);
      expect(opensWith(path, KEY)).toBe(outcome === 'none');
    }
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['31 bytes', KEY.subarray(1)],
    ['33 bytes', Buffer.concat([KEY, Buffer.of(1)])],
    ['its digits', Buffer.from(DIGITS)],
  ])('is never taken from %s, which the driver would take for a passphrase', (_what, key) => {
    const path = join(temporaryFolder(), 'library.db');
    expect(() => connect(path, key, 'create')).toThrow('32 bytes');
    expect(existsSync(path) && readFileSync(path).length > 0).toBe(false);
    expect(opensWith(newFile(), key)).toBe(false);
  });
});

describe('a connection', () => {
  it('is refused on a file that is not encrypted', () => {
    const path = join(temporaryFolder(), 'library.db');
    openElsewhere(path, ['CREATE TABLE note (words TEXT)']).close();
    expect(readFileSync(path).subarray(0, 15).toString()).toBe('SQLite format 3');
    expect(failureOfOpening(path)).toBe('library-damaged');
    expect(opensWith(path, KEY)).toBe(false);
  });

  it.each([
    ['cipher', 'sqlcipher'],
    ['legacy', '4'],
    ['temp_store', 2],
    ['synchronous', 2],
    ['secure_delete', 1],
    ['trusted_schema', 0],
    ['foreign_keys', 1],
    ['cell_size_check', 1],
  ])('has %s = %s from the start', (pragma, value) => {
    const database = connect(newFile(), KEY, 'open');
    expect(database.pragma(pragma, { simple: true })).toBe(value);
    disconnect(database);
  });

  it.each([
    'temp_store=FILE',
    'synchronous=NORMAL',
    'secure_delete=OFF',
    'trusted_schema=ON',
    'foreign_keys=OFF',
  ])('in which %s was set meanwhile is an error when it is closed, and is closed', (pragma) => {
    const database = connect(newFile(), KEY, 'open');
    database.pragma(pragma);
    expect(() => disconnect(database)).toThrow();
    expect(database.open).toBe(false);
  });

  it('works with a log, and leaves a file without one that other software sees in DELETE mode', () => {
    const path = newFile();
    const database = connect(path, KEY, 'open');
    database.exec("INSERT INTO note VALUES ('kept too')");
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(existsSync(`${path}-wal`)).toBe(true);
    disconnect(database);
    expect(readdirSync(dirname(path))).toEqual(['library.db']);
    const elsewhere = openElsewhere(path, [`PRAGMA key = "x'${DIGITS}'"`]);
    expect(elsewhere.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'delete' });
    elsewhere.close();
  });
});
