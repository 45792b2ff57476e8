import { cp, mkdir, symlink } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { mustRun } from '../run-command.ts';

const require = createRequire(import.meta.url);

/** The header that lets better-sqlite3 be compiled for Node-API 9. */
export const shimPath = fileURLToPath(new URL('node-api-9-shim.h', import.meta.url));

/**
 * Compiles the package in `source` for Node-API 9, in a copy inside `workFolder`; about 90 s on two
 * cores. SQLite's source is part of the package, so nothing is downloaded.
 * @returns the path of the compiled module
 */
export async function buildAddon(
  source: string,
  workFolder: string,
  headers: string,
): Promise<string> {
  const copy = join(workFolder, 'better-sqlite3');
  for (const part of ['binding.gyp', 'package.json', 'deps', 'lib', 'src']) {
    await cp(join(source, part), join(copy, part), { recursive: true });
  }
  await mkdir(join(copy, 'node_modules'));
  const napi = dirname(require.resolve('node-addon-api/package.json'));
  await symlink(napi, join(copy, 'node_modules', 'node-addon-api'));

  await cp(shimPath, join(copy, 'node-api-9-shim.h'));

  const gyp = join(dirname(require.resolve('node-gyp/package.json')), 'bin', 'node-gyp.js');
  const flags = ['--release', '--force_build=1', `--nodedir=${headers}`];
  await mustRun(process.execPath, [gyp, 'rebuild', ...flags, `-j${availableParallelism()}`], {
    cwd: copy,
    env: {
      ...process.env,
      // Relative to the build folder: a path with a space in it would be taken for two.
      CXXFLAGS: '-UNAPI_VERSION -DNAPI_VERSION=9 -include ../node-api-9-shim.h',
    },
  });
  return join(copy, 'build', 'Release', 'better_sqlite3.node');
}
