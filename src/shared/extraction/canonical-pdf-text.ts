/**
 * Canonical text of a PDF page (design: NFC, LF, no soft hyphens, words joined at line ends) and the map back to the text
 * items. The extractor stores the text; the reader calls the same function on the same content to translate between the
 * text layer on the screen and stored offsets. Whatever changes the text raises TEXT_VERSION.
 */
import { joinLines, resolveSoftHyphens } from './join-hyphens.ts';
import { linesOf, textOf, tidySpaces } from './page-lines.ts';
import { addPieces, type MapPiece, type PageMap } from './page-map.ts';
import type { TextContentLike } from './text-content.ts';

export interface CanonicalPage extends PageMap {
  readonly text: string;
}

/** Never throws; a page without visible text gives the empty string. Items keep the order pdf.js gives them. */
export function canonicalisePage(content: TextContentLike): CanonicalPage {
  const lines = linesOf(content);
  const pageText = lines.map(textOf).join('\n').toLowerCase();
  const pieces: MapPiece[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    const join = next ? joinLines(line, next, pageText) : undefined;
    for (const run of tidySpaces(resolveSoftHyphens(line.runs))) {
      addPieces(pieces, run, length);
      parts.push(run.text);
      length += run.text.length;
    }
    if (!next || join === 'joined') continue;
    const separator = next.startsParagraph ? '\n\n' : '\n';
    parts.push(separator);
    length += separator.length;
  }
  return { text: parts.join(''), pieces };
}
