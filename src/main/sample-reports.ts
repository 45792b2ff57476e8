/** The invented reports that the program brings along for trying out. */
import { app } from 'electron';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

const FOLDER = 'resources/samples';
/** Reports only: the folder also explains itself. */
const REPORT = /\.(pdf|txt)$/i;

/** Absolute paths of the reports, by name. */
export async function samplePaths(): Promise<readonly string[]> {
  const folder = join(app.getAppPath(), FOLDER);
  const names = await readdir(folder);
  return names
    .filter((name) => REPORT.test(name))
    .sort()
    .map((name) => join(folder, name));
}
