/** The invented reports that the program brings along for trying out. */
import { app } from 'electron';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

const FOLDER = 'resources/samples';
/** Reports only: the folder also explains itself. */
const REPORT = /\.(pdf|txt)$/i;

/** Absolute paths of the reports, by name. */
export async function samplePaths(): Promise<readonly string[]> {
  const folder = join(outsideArchive(app.getAppPath()), FOLDER);
  const names = await readdir(folder);
  return names
    .filter((name) => REPORT.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/** In a release the app is an archive, and what other code than Electron's opens is in the folder beside it. */
function outsideArchive(appPath: string): string {
  return appPath.replace(/app\.asar$/u, 'app.asar.unpacked');
}
