import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packagesNamedIn, runtimePackages } from '../../../scripts/runtime/staged-packages.ts';

describe('packages that built code names', () => {
  it.each([
    ["import Database from 'better-sqlite3';", ['better-sqlite3']],
    ['const d = require("better-sqlite3")', ['better-sqlite3']],
    ['await import(`lunr/lunr.js`)', ['lunr']],
    ['// better-sqlite3 is not imported here', []],
    ["import x from 'better-sqlite3-extra'", []],
  ])('%s', (code, packages) => {
    expect(packagesNamedIn(code, ['better-sqlite3', 'lunr'])).toEqual(packages);
  });
});

describe('packages to stage', () => {
  let project: string;
  const write = async (path: string, content: string): Promise<void> => {
    await mkdir(dirname(join(project, path)), { recursive: true });
    await writeFile(join(project, path), content);
  };
  const install = (path: string, needs: readonly string[]): Promise<void> => {
    const dependencies = Object.fromEntries(needs.map((name) => [name, '1']));
    return write(`${path}/package.json`, JSON.stringify({ dependencies }));
  };

  beforeEach(async () => {
    project = await mkdtemp(join(tmpdir(), 'staging-'));
    await write('package.json', JSON.stringify({ dependencies: { used: '1', unused: '1' } }));
    await write('out/main/index.js', "import 'used';");
    await install('node_modules/used', ['nested', 'shared', 'absent']);
    await install('node_modules/used/node_modules/nested', ['used', 'shared']);
    await install('node_modules/shared', []);
    await install('node_modules/unused', []);
  });
  afterEach(() => rm(project, { recursive: true }));

  it('are those used and what they need, nested or not, in circles or not', async () => {
    expect(await runtimePackages(project)).toEqual(
      ['node_modules/shared', 'node_modules/used', 'node_modules/used/node_modules/nested'].map(
        (path) => join(project, path),
      ),
    );
  });
});
