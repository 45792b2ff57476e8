/** Writes that are still there after a power cut. */
import { closeSync, fsyncSync, openSync, readdirSync, renameSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a file is called until it is whole. */
export const UNFINISHED = '.new';

/**
 * Replaces a file as a whole: written beside, renamed, and both made durable, so that a crash leaves the old file or
 * the new one, never half of one. The file can be read by its owner only.
 */
export function replaceFile(path: string, content: string): void {
  const temporary = path + UNFINISHED;
  const handle = openSync(temporary, 'w', 0o600);
  try {
    const bytes = Buffer.from(content);
    // A disk that is nearly full takes a part and says so only with the next piece.
    for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(temporary, path);
  syncFolder(dirname(path));
}

export function syncFile(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Every file directly in a folder, and the folder. Never while SQLite has one of them open in this process. */
export function syncFilesIn(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isFile()) syncFile(join(folder, entry.name));
  }
  syncFolder(folder);
}

/** Makes renames in a folder durable; Windows has no handle for a folder and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
