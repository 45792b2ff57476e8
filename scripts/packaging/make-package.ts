/** Puts Electron and the built app together to a folder that is the program. Nothing is downloaded. */
import { chmod, cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPackageWithOptions } from '@electron/asar';
import { projectFolder } from '../project-folder.ts';
import { setReleaseFuses } from './fuses.ts';

/** Where things are in a package. */
export interface PackagedApp {
  readonly folder: string;
  /** What a person starts. */
  readonly launcher: string;
  /** Electron under another name: it takes itself for a development tool while it is called `electron`. */
  readonly binary: string;
  readonly resources: string;
}

/** The parts of packages that are not bundled, below node_modules. */
const NATIVE = 'better-sqlite3';
const NATIVE_PARTS = [
  'package.json',
  'LICENSE',
  'lib',
  join('prebuilds', `linux-${process.arch}.node`),
];

/** Left where the library process can open them like any file; in an archive, reading one writes a temporary copy. */
const OUTSIDE_ARCHIVE = '{**/*.node,**/resources/**}';

const LAUNCHER = `#!/bin/sh
# Starts Kartoteka. A core dump would hold the passphrase and the text of documents.
ulimit -c 0
exec "$(dirname "$(readlink -f "$0")")/kartoteka-program" "$@"
`;

export function packageAt(folder: string): PackagedApp {
  return {
    folder,
    launcher: join(folder, 'kartoteka'),
    binary: join(folder, 'kartoteka-program'),
    resources: join(folder, 'resources'),
  };
}

/**
 * Makes the package; a folder of that name is replaced. The app must have been built, for this Electron.
 * @param electronFolder the distribution folder of Electron for Linux
 */
export async function makePackage(electronFolder: string, folder: string): Promise<PackagedApp> {
  const made = packageAt(folder);
  await rm(folder, { recursive: true, force: true });
  await cp(electronFolder, folder, { recursive: true });
  await rm(join(made.resources, 'default_app.asar'), { force: true });
  await rename(join(folder, 'electron'), made.binary);
  await archiveApp(join(made.resources, 'app.asar'));
  await writeFile(made.launcher, LAUNCHER);
  await chmod(made.launcher, 0o755);
  await setReleaseFuses(made.binary);
  return made;
}

async function archiveApp(archive: string): Promise<void> {
  const staging = await mkdtemp(join(tmpdir(), 'kartoteka-package-'));
  try {
    await writeFile(join(staging, 'package.json'), await releaseManifest());
    for (const part of ['out', join('resources', 'samples')]) await copyPart(staging, part);
    for (const part of NATIVE_PARTS) await copyPart(staging, join('node_modules', NATIVE, part));
    await createPackageWithOptions(staging, archive, { unpack: OUTSIDE_ARCHIVE });
  } finally {
    await rm(staging, { recursive: true });
  }
}

async function copyPart(staging: string, part: string): Promise<void> {
  const target = join(staging, part);
  await mkdir(join(target, '..'), { recursive: true });
  await cp(join(projectFolder, part), target, { recursive: true });
}

/** Of package.json only what Electron reads. */
async function releaseManifest(): Promise<string> {
  const text = await readFile(join(projectFolder, 'package.json'), 'utf8');
  const { name, version, type, main } = JSON.parse(text) as Record<string, string>;
  return JSON.stringify({ name, version, type, main });
}
