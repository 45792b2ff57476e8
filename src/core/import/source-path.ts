/**
 * Paths of files to import, as the file system spells them. On Linux a name is bytes, not text: a name in an old
 * encoding has no string that leads back to the file.
 */
import { isUtf8 } from 'node:buffer';
import { sep } from 'node:path';
import iconv from 'iconv-lite';
import { detectEncoding } from './encoding/detect-encoding.ts';

/** UTF-8 where the name is text. */
export type SourcePath = Buffer<ArrayBuffer>;

const SEPARATOR = sep.charCodeAt(0);
const SLASH = 0x2f;

export function joinPath(folder: Uint8Array, name: Uint8Array): SourcePath {
  const between = endsInSeparator(folder) ? '' : sep;
  return Buffer.concat([folder, Buffer.from(between), name]);
}

/** The last part, to be shown: a name that is not UTF-8 is decoded with the encoding it seems to have. */
export function fileNameOf(path: Uint8Array): string {
  return decodeName(path.subarray(endOfFolder(path)));
}

/** The whole path, to be shown. */
export function pathWords(path: Uint8Array): string {
  return isUtf8(path)
    ? Buffer.from(path).toString('utf8')
    : decodeName(path.subarray(0, endOfFolder(path))) + fileNameOf(path);
}

function endsInSeparator(path: Uint8Array): boolean {
  const last = path.at(-1);
  return last === SEPARATOR || last === SLASH;
}

function endOfFolder(path: Uint8Array): number {
  return Math.max(path.lastIndexOf(SEPARATOR), path.lastIndexOf(SLASH)) + 1;
}

function decodeName(name: Uint8Array): string {
  const bytes = Buffer.from(name);
  if (isUtf8(bytes)) return bytes.toString('utf8');
  return iconv.decode(bytes, detectEncoding(bytes).name).toWellFormed();
}
