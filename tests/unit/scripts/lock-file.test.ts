import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface LockedPackage {
  readonly name?: string;
  readonly gypfile?: boolean;
  readonly hasInstallScript?: boolean;
}

const lockFile = new URL('../../../package-lock.json', import.meta.url);
const { packages } = JSON.parse(readFileSync(lockFile, 'utf8')) as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};

describe('package-lock.json', () => {
  it('keeps npm ci from compiling better-sqlite3, which needs Python', () => {
    // The package says so in its package.json, but npm ci only looks into the lock file, and npm
    // install drops the line. When this fails: add "gypfile": false to the entry again.
    expect(packages['node_modules/better-sqlite3']).toMatchObject({ gypfile: false });
  });

  it('has two packages with an install script: the Node that runs everything, and the second SQLCipher', () => {
    // The second one (tests only) looks for its ready-made binary and ends; it is not allowed to run and need not.
    const withScript = Object.entries(packages).filter(([, entry]) => entry.hasInstallScript);
    expect(withScript.map(([path]) => path)).toEqual([
      'node_modules/@signalapp/sqlcipher',
      'node_modules/node',
    ]);
  });
});
