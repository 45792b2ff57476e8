/** What a file is, told by its first bytes; its name is never looked at. */
import { utf16Or32 } from './encoding/wide-encodings.ts';

export type DetectedKind = 'pdf' | 'docx' | 'odt' | 'eml' | 'text' | 'binary';

/** PDF readers accept up to this much before the header (PDF 1.7, appendix H.3). Bytes. */
const PDF_HEADER_WITHIN = 1024;

/** First bytes of formats that are not text, though some begin with letters. Latin-1. */
const MAGIC = [
  '\x89PNG',
  '\xff\xd8\xff',
  'GIF8',
  'BM',
  'II*\0',
  'MM\0*',
  'RIFF',
  'PK\x03\x04',
  'PK\x05\x06',
  '\x1f\x8b',
  'BZh',
  '\xfd7zXZ',
  '7z\xbc\xaf',
  'Rar!',
  '\xd0\xcf\x11\xe0',
  '\x7fELF',
  'MZ',
  'SQLite format 3\0',
  'ID3',
  'OggS',
  'fLaC',
  '{\\rtf',
  '%!PS',
  'AT&TFORM',
  '\xca\xfe\xba\xbe',
  'wOFF',
  'wOF2',
  'OTTO',
  '\0\x01\0\0',
  '\0\0\x01\0',
  '!<arch>',
  '\x1aE\xdf\xa3',
  '(\xb5/\xfd',
  'ITSF',
  '8BPS',
  'BOOKMOBI',
  '\x00\x00\x00\x0cjP',
];
/** These short marks could also begin a text; they count only where a NUL follows soon. */
const WEAK_MAGIC = new Set(['BM', 'MZ', 'ID3']);
/** Above this share of control characters a file is not text: random bytes have 0.098, texts damaged by NULs stay below. */
const MOST_CONTROLS = 0.06;

/** @param head the beginning of the file; 64 KiB are plenty. */
export function detectKind(head: Uint8Array): DetectedKind {
  const latin = Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1');
  if (latin.slice(0, PDF_HEADER_WITHIN).includes('%PDF-')) return 'pdf';
  if (utf16Or32(head) !== undefined) return 'text';
  const office = officeKind(latin);
  if (office !== undefined) return office;
  if (hasMagic(latin)) return 'binary';
  if (isMail(latin)) return 'eml';
  return shareOfControls(head) > MOST_CONTROLS ? 'binary' : 'text';
}

/** ODT has its type first and unpacked; DOCX only the names of its parts. What it really is shows when it is opened. */
function officeKind(latin: string): 'docx' | 'odt' | undefined {
  if (!latin.startsWith('PK\x03\x04')) return undefined;
  if (latin.slice(0, 200).includes('mimetypeapplication/vnd.oasis.opendocument.text')) return 'odt';
  const isOffice = latin.includes('[Content_Types].xml') || latin.includes('_rels/.rels');
  const isOther = latin.includes('xl/') || latin.includes('ppt/');
  return latin.includes('word/') || (isOffice && !isOther) ? 'docx' : undefined;
}

const HEADER = /^[!-9;-~]+:/u;

/**
 * Only header lines before the first empty one, among them those that programs write. What a person typed after the manner
 * of a letter has none of them; its encoding is better told by its letters.
 */
function isMail(latin: string): boolean {
  const end = /\r?\n\r?\n/u.exec(latin)?.index;
  if (end === undefined) return false;
  const names = new Set<string>();
  for (const line of latin.slice(0, end).split(/\r?\n/u)) {
    if (/^[ \t]/u.test(line) && names.size > 0) continue;
    const name = HEADER.exec(line)?.[0].toLowerCase();
    if (name === undefined) return false;
    names.add(name);
  }
  return names.has('from:') && (names.has('mime-version:') || names.has('received:'));
}

function hasMagic(latin: string): boolean {
  if (latin.startsWith('ftyp', 4)) return true;
  return MAGIC.some(
    (mark) =>
      latin.startsWith(mark) && (!WEAK_MAGIC.has(mark) || latin.slice(0, 64).includes('\0')),
  );
}

/** Share of bytes below 0x20 that no text format uses; tab, line ends, form feed and escape are usual. */
function shareOfControls(head: Uint8Array): number {
  let controls = 0;
  for (const byte of head) {
    if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b && byte !== 0x1a) {
      controls += 1;
    }
  }
  return head.length === 0 ? 0 : controls / head.length;
}
