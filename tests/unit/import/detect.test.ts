import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { detectKind } from '../../../src/core/import/detect.ts';

const rows: readonly (readonly [string, Uint8Array, string])[] = [
  ['a PDF', Buffer.from('%PDF-1.7\n%\xe2\xe3', 'latin1'), 'pdf'],
  ['a PDF behind rubbish', Buffer.from(`${'x'.repeat(900)}%PDF-1.4`), 'pdf'],
  ['a text about PDFs', Buffer.from(`${'x'.repeat(1100)}%PDF-1.4`), 'text'],
  ['a text', Buffer.from('The clerk left.\r\n'), 'text'],
  ['Cyrillic in a code page', iconv.encode('Протокол допроса', 'koi8-r'), 'text'],
  ['UTF-16 without a mark', iconv.encode('Протокол допроса', 'utf-16le'), 'text'],
  ['a text with some NULs', Buffer.from(`The clerk\0 left${' and came back'.repeat(9)}`), 'text'],
  ['a text that begins like a bitmap', Buffer.from('BMW and MZ are letters'), 'text'],
  ['a Windows program', Buffer.from('MZ\x90\0\x03\0\0\0'), 'binary'],
  ['a picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'binary'],
  ['an office file', Buffer.from('PK\x03\x04word/document.xml'), 'docx'],
  ['an old office file', Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1', 'latin1'), 'binary'],
  ['a film', Buffer.from('\0\0\0\x18ftypmp42'), 'binary'],
  ['RTF, whose words stand between commands', Buffer.from('{\\rtf1\\ansi Hello}'), 'binary'],
  ['zeros', new Uint8Array(4096), 'binary'],
  ['noise', Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 251), 'binary'],
];

describe('detectKind', () => {
  it.each(rows)('%s', (_name, bytes, expected) => {
    expect(detectKind(bytes)).toBe(expected);
  });
});
