/** Corrects the encoding of running text: its pages are made anew, and its passages are found again in them. */
import { reanchor } from '../../shared/anchoring/locate-quote.ts';
import type { Passage, PassageAnchor } from '../../shared/domain/passage.ts';
import type { SourceDocument } from '../../shared/domain/source-document.ts';
import { fail } from '../../shared/failure.ts';
import { documentTitle } from '../import/document-title.ts';
import { transcode } from '../import/encoding/transcode.ts';
import { mainLanguage } from '../import/page-language.ts';
import { getDocument, getPages } from '../library/queries/document.ts';
import { listPassages } from '../library/queries/passage.ts';
import { anchorColumns } from './anchor-columns.ts';
import type { CommandScope } from './command-scope.ts';

/**
 * `scope.decoded` is what the text is in that encoding.
 * @returns the passages, all of which have their words in the new text.
 * @throws FailureError `not-found`; `passages-not-placed` when one cannot be found again: nothing is changed then.
 */
export function changeEncoding(
  scope: CommandScope,
  { documentId, encoding }: { documentId: number; encoding: string },
): number[] {
  const { database, journal, decoded, now } = scope;
  const document = getDocument(database, documentId);
  if (!document) throw fail({ kind: 'not-found', noun: 'document' });
  if (document.encoding === null || !decoded) throw fail({ kind: 'invalid-request' });
  if (document.encoding === encoding) return [];
  const passages = listPassages(database, documentId);
  const from = document.encoding;
  const placed = passages.map((passage) => ({
    id: passage.id,
    anchor: placeAgain(decoded.pages, passage, (words) => transcode(words, from, encoding)),
  }));
  const lost = placed.filter(({ anchor }) => anchor === undefined).length;
  if (lost > 0) throw fail({ kind: 'passages-not-placed', count: lost });

  const guessed = mainLanguage(getPages(database, documentId, 1, Infinity));
  journal.remove('page', { document_id: documentId });
  for (const { number, label, text, language, garbled } of decoded.pages) {
    const page = { number, label, text, language, garbled: Number(garbled) };
    journal.insert('page', { document_id: documentId, ...page });
  }
  journal.update(
    'source_document',
    { id: documentId },
    {
      encoding,
      format: decoded.format,
      pages: decoded.pages.length,
      pages_without_text: decoded.pages.filter(({ text }) => text === '').length,
      pages_garbled: decoded.pages.filter(({ garbled }) => garbled).length,
      // What a person said stays.
      ...(isTitleOfFile(document, decoded.title, encoding) ? { title: decoded.title } : {}),
      ...(document.language === guessed ? { language: decoded.language } : {}),
    },
  );
  for (const { id, anchor } of placed) {
    if (!anchor) continue;
    journal.update(
      'passage',
      { id },
      {
        ...anchorColumns(anchor),
        updated_at: now,
      },
    );
  }
  return passages.map(({ id }) => id);
}

/** Whether the title is still the one that the file gave, in the encoding of before. */
function isTitleOfFile(
  { title, fileName, encoding: from }: SourceDocument,
  decodedTitle: string,
  encoding: string,
): boolean {
  if (title === documentTitle('', fileName)) return true;
  return from !== null && transcode(title, from, encoding) === decodedTitle;
}

/** By what its words are in the other encoding; words that are the same in both are found as they are. */
function placeAgain(
  pages: Parameters<typeof reanchor>[0],
  passage: Passage,
  inOther: (words: string) => string,
): PassageAnchor | undefined {
  const { start, end, quote, prefix, suffix, rects } = passage;
  const anchor = { start, end, quote, prefix, suffix, rects };
  return (
    reanchor(pages, {
      ...anchor,
      quote: inOther(quote),
      prefix: inOther(prefix),
      suffix: inOther(suffix),
    }) ?? reanchor(pages, anchor)
  );
}
