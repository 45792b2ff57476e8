/** Which encoding a text file has, told by its bytes alone. */
import iconv from 'iconv-lite';
import type { Script } from './letter-weights.ts';
import { scoreText } from './score-text.ts';
import { utf16Or32 } from './wide-encodings.ts';
import { looksLikeUtf8 } from './utf8.ts';

/** WHATWG label where there is one; `name` is what the decoder calls it. */
export interface TextEncoding {
  readonly label: string;
  readonly name: string;
}

interface CodePage extends TextEncoding {
  readonly script: Script;
}

/** In order of preference where two fit alike, as koi8-r and koi8-u do for Russian. */
const CODE_PAGES: readonly CodePage[] = [
  { label: 'windows-1251', name: 'windows-1251', script: 'cyrillic' },
  { label: 'koi8-r', name: 'koi8-r', script: 'cyrillic' },
  { label: 'koi8-u', name: 'koi8-u', script: 'cyrillic' },
  { label: 'ibm866', name: 'cp866', script: 'cyrillic' },
  { label: 'cp1125', name: 'cp1125', script: 'ukrainian' },
  { label: 'iso-8859-5', name: 'iso-8859-5', script: 'cyrillic' },
  { label: 'x-mac-cyrillic', name: 'macukraine', script: 'cyrillic' },
  { label: 'ibm855', name: 'cp855', script: 'cyrillic' },
  { label: 'windows-1252', name: 'windows-1252', script: 'western' },
  { label: 'windows-1250', name: 'windows-1250', script: 'central' },
  { label: 'iso-8859-2', name: 'iso-8859-2', script: 'central' },
  { label: 'macintosh', name: 'macroman', script: 'western' },
  { label: 'ibm850', name: 'cp850', script: 'western' },
];

/** Bytes beyond ASCII that are scored; a few thousand decide safely. */
const SCORED_BYTES = 8_000;
/** Bytes kept on either side of each, for the neighbours of a letter. */
const NEIGHBOURS = 2;

export const UTF8: TextEncoding = { label: 'utf-8', name: 'utf-8' };

/** The encoding with this label; one that is not known counts as UTF-8. */
export function encodingOf(label: string): TextEncoding {
  if (label.startsWith('utf-16') || label.startsWith('utf-32')) return { label, name: label };
  return CODE_PAGES.find((page) => page.label === label) ?? UTF8;
}

export function detectEncoding(bytes: Uint8Array): TextEncoding {
  const wide = utf16Or32(bytes);
  if (wide !== undefined) return { label: wide, name: wide };
  if (looksLikeUtf8(bytes)) return UTF8;
  const sample = Buffer.from(aroundHighBytes(bytes));
  let best: { page: CodePage; score: number } | undefined;
  for (const page of CODE_PAGES) {
    const score = scoreText(iconv.decode(sample, page.name), page.script);
    if (!best || score > best.score) best = { page, score };
  }
  return best?.page ?? UTF8;
}

/** The bytes beyond ASCII with their neighbours, up to a limit, from the whole file; gaps become a line end. */
function aroundHighBytes(bytes: Uint8Array): number[] {
  const sample: number[] = [];
  let kept = 0;
  let until = -1;
  for (let index = 0; index < bytes.length && kept < SCORED_BYTES; index += 1) {
    if ((bytes[index] ?? 0) < 0x80) {
      if (index <= until) sample.push(bytes[index] ?? 0);
      continue;
    }
    const from = Math.max(until + 1, index - NEIGHBOURS);
    if (from > until + 1) sample.push(0x0a);
    for (let before = from; before < index; before += 1) sample.push(bytes[before] ?? 0);
    sample.push(bytes[index] ?? 0);
    kept += 1;
    until = index + NEIGHBOURS;
  }
  return sample;
}
