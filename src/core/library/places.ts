/** Where library folders are and what they are called; knows nothing of what is inside them. */
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { LibraryPlace } from '../../shared/domain/library.ts';

export const LIBRARY_ENDING = '.kartoteka';
export const LIBRARY_FILE = 'library.db';
export const ORIGINALS_FILE = 'originals.db';

/** The library folders directly below `parent`, the one used last first; empty when there is no such folder. */
export function findLibraries(parent: string): readonly LibraryPlace[] {
  if (!existsSync(parent)) return [];
  return readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.endsWith(LIBRARY_ENDING))
    .map((entry) => join(parent, entry.name))
    .map((folder) => ({ folder, usedAt: lastUse(folder) }))
    .sort((a, b) => b.usedAt - a.usedAt)
    .map(({ folder }) => placeAt(folder));
}

/** Whether a folder holds a library, whatever it is called. */
export function isLibraryFolder(folder: string): boolean {
  return existsSync(join(folder, LIBRARY_FILE));
}

/** The place of a library folder whose path is known. */
export function placeAt(folder: string): LibraryPlace {
  return { folder, folderName: basename(folder, LIBRARY_ENDING) };
}

/** Whether `path`, of which the last part need not be there yet, lies in a folder or is it; links are followed. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(realpathSync(folder), join(realOf(dirname(path)), basename(path)));
  // On Windows the way to another drive is an absolute path.
  return !isAbsolute(way) && way.split(sep)[0] !== '..';
}

function realOf(folder: string): string {
  return existsSync(folder) ? realpathSync(folder) : folder;
}

function lastUse(folder: string): number {
  return statSync(join(folder, LIBRARY_FILE), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Folder for a new library: the name without what file systems refuse, and a number when it is taken. */
export function freeLibraryFolder(parent: string, name: string): string {
  const safe =
    name
      .replaceAll(/[^\p{L}\p{N} _-]+/gu, ' ')
      .trim()
      .slice(0, 60) || 'Library';
  for (let attempt = 1; ; attempt += 1) {
    const folder = join(parent, `${attempt === 1 ? safe : `${safe} ${attempt}`}${LIBRARY_ENDING}`);
    if (!existsSync(folder)) return folder;
  }
}
