/** Finds the files to import below the given paths, in an order that does not depend on the file system. */
import type { Dirent, Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { ImportOutcome } from '../../shared/domain/job.ts';
import { LIBRARY_ENDING } from '../library/places.ts';
import { unreadableFile } from './file-problem.ts';
import { joinPath, type SourcePath } from './source-path.ts';

/** A file to import, or something met on the way that is reported instead. */
export interface FoundFile {
  readonly path: SourcePath;
  /** Null when the file is to be imported. */
  readonly outcome: ImportOutcome | null;
}

/**
 * Files and folders as given, folders to any depth. Inside folders, hidden entries, links and special files are reported
 * as skipped, so links can make no loops. A link that was given itself is followed: it was chosen on purpose. Nothing
 * is listed twice.
 */
export async function* walk(
  paths: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<FoundFile> {
  const seen = new Set<string>();
  for (const given of paths) {
    for await (const found of walkGiven(resolve(given), signal)) {
      const key = found.path.toString('latin1');
      if (seen.has(key)) continue;
      seen.add(key);
      yield found;
    }
  }
}

async function* walkGiven(given: string, signal: AbortSignal): AsyncGenerator<FoundFile> {
  let path: SourcePath = Buffer.from(given);
  let kind: Stats;
  try {
    path = await realSpelling(given);
    kind = await stat(path);
  } catch (error) {
    yield { path, outcome: unreadableFile(error) };
    return;
  }
  if (kind.isDirectory()) yield* walkFolder(path, signal);
  else if (kind.isFile()) yield { path, outcome: null };
  else yield { path, outcome: { kind: 'skipped', reason: 'not-a-regular-file' } };
}

/** A dialog or a dropped file hands over a name that is not UTF-8 with U+FFFD in it; the folder knows its bytes. */
async function realSpelling(given: string): Promise<SourcePath> {
  if (!given.includes('\ufffd')) return Buffer.from(given);
  const folder = Buffer.from(dirname(given));
  const names = await readdir(folder, { encoding: 'buffer' });
  const paths = names.map((name) => joinPath(folder, name));
  const [only, ...others] = paths.filter((path) => path.toString('utf8') === given);
  return only && others.length === 0 ? only : Buffer.from(given);
}

async function* walkFolder(folder: SourcePath, signal: AbortSignal): AsyncGenerator<FoundFile> {
  if (signal.aborted) return;
  if (folder.toString('latin1').endsWith(LIBRARY_ENDING)) {
    yield { path: folder, outcome: { kind: 'skipped', reason: 'not-a-regular-file' } };
    return;
  }
  let entries: Dirent<Buffer>[];
  try {
    entries = await readdir(folder, { withFileTypes: true, encoding: 'buffer' });
  } catch (error) {
    yield { path: folder, outcome: unreadableFile(error) };
    return;
  }
  entries.sort((a, b) => Buffer.compare(a.name, b.name));
  for (const entry of entries) {
    const path = joinPath(folder, entry.name);
    if (isHiddenName(entry.name.toString('latin1'))) {
      yield { path, outcome: { kind: 'skipped', reason: 'hidden' } };
    } else if (entry.isSymbolicLink()) {
      yield { path, outcome: { kind: 'skipped', reason: 'symlink' } };
    } else if (entry.isDirectory()) yield* walkFolder(path, signal);
    else if (entry.isFile()) yield { path, outcome: null };
    else yield { path, outcome: { kind: 'skipped', reason: 'not-a-regular-file' } };
  }
}

/** What systems leave behind in every folder. */
const LEFT_BY_SYSTEMS = new Set(['Thumbs.db', 'desktop.ini', 'Icon\r', '__MACOSX', '$RECYCLE.BIN']);

/** A name that begins with one dot; two or more are part of a title («…and nobody was told») or of a broken archive. */
function isHiddenName(name: string): boolean {
  return /^\.(?!\.)/u.test(name) || name.startsWith('~$') || LEFT_BY_SYSTEMS.has(name);
}
