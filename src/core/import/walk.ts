/** Finds the files to import below the given paths, in an order that does not depend on the file system. */
import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ImportOutcome } from '../../shared/domain/job.ts';
import { LIBRARY_ENDING } from '../library/places.ts';
import { unreadableFile } from './file-problem.ts';

/** A file to import, or something met on the way that is reported instead. */
export interface FoundFile {
  readonly path: string;
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
    const path = resolve(given);
    for await (const found of walkGiven(path, signal)) {
      if (seen.has(found.path)) continue;
      seen.add(found.path);
      yield found;
    }
  }
}

async function* walkGiven(path: string, signal: AbortSignal): AsyncGenerator<FoundFile> {
  let kind;
  try {
    kind = await stat(path);
  } catch (error) {
    yield { path, outcome: unreadableFile(error) };
    return;
  }
  if (kind.isDirectory()) yield* walkFolder(path, signal);
  else if (kind.isFile()) yield { path, outcome: null };
  else yield { path, outcome: { kind: 'skipped', reason: 'not-a-regular-file' } };
}

async function* walkFolder(folder: string, signal: AbortSignal): AsyncGenerator<FoundFile> {
  if (signal.aborted) return;
  if (folder.endsWith(LIBRARY_ENDING)) {
    yield { path: folder, outcome: { kind: 'skipped', reason: 'not-a-regular-file' } };
    return;
  }
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield { path: folder, outcome: unreadableFile(error) };
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (isHiddenName(entry.name)) yield { path, outcome: { kind: 'skipped', reason: 'hidden' } };
    else if (entry.isSymbolicLink())
      yield { path, outcome: { kind: 'skipped', reason: 'symlink' } };
    else if (entry.isDirectory()) yield* walkFolder(path, signal);
    else if (entry.isFile()) yield { path, outcome: null };
    else yield { path, outcome: { kind: 'skipped', reason: 'not-a-regular-file' } };
  }
}

/** Names that begin with a dot, and what systems leave behind in every folder. */
const LEFT_BY_SYSTEMS = new Set(['Thumbs.db', 'desktop.ini', 'Icon\r', '__MACOSX', '$RECYCLE.BIN']);

function isHiddenName(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$') || LEFT_BY_SYSTEMS.has(name);
}
