/** From stored original bytes to what the library keeps of a document. */
import { extname } from 'node:path';
import { assertNever } from '../../shared/assert-never.ts';
import type { ExtractedPage } from '../../shared/extraction/extracted-pdf.ts';
import type { DocumentState } from '../../shared/domain/source-document.ts';
import type { NewDocument } from '../library/queries/document.ts';
import { failureOf } from '../../shared/failure.ts';
import { documentTitle } from './document-title.ts';
import { decodeText } from './encoding/decode-text.ts';
import { FileProblem } from './file-problem.ts';
import type { ByteSource, PdfExtraction, PdfExtractor } from './pdf-extractor.ts';
import { splitText } from './split-text.ts';

export type DocumentContent = Pick<NewDocument, 'title' | 'kind' | 'state' | 'encoding' | 'pages'>;

/** Damage, passwords and limits are states of the document. */
export async function readPdf(
  source: ByteSource,
  fileName: string,
  extractor: PdfExtractor,
  signal: AbortSignal,
): Promise<DocumentContent> {
  const extraction = await extractor.extract(source, signal).catch(damagedIfUnexpected);
  const unread = {
    title: documentTitle('', fileName),
    kind: 'pdf',
    encoding: null,
    pages: [],
  } as const;
  switch (extraction.kind) {
    case 'extracted': {
      const { title, pages } = extraction.pdf;
      return { ...unread, title: documentTitle(title, fileName), state: stateOf(pages), pages };
    }
    case 'password-needed':
      return { ...unread, state: { kind: 'password-needed' } };
    case 'unreadable':
      return { ...unread, state: { kind: 'unreadable', reason: extraction.reason } };
    default:
      return assertNever(extraction);
  }
}

/** An error of pdf.js that nobody foresaw is the file's; failures and what SQLite says are the library's. */
function damagedIfUnexpected(error: unknown): PdfExtraction {
  const failure = failureOf(error);
  if (failure.kind !== 'internal' || failure.reference.startsWith('SQLITE')) throw error;
  return { kind: 'unreadable', reason: 'damaged-pdf' };
}

/** Only a PDF without text on any page waits for text recognition; single empty pages are usual in reports. */
function stateOf(pages: readonly ExtractedPage[]): DocumentState {
  return pages.every(({ text }) => text === '')
    ? { kind: 'needs-ocr', pagesWithoutText: pages.length }
    : { kind: 'imported' };
}

/** @throws FileProblem `empty-file` when there is nothing but white space. */
export async function readText(bytes: Uint8Array, fileName: string): Promise<DocumentContent> {
  const { text, encoding } = await decodeText(bytes);
  const pages = splitText(text).map((page, index) => ({
    number: index + 1,
    label: String(index + 1),
    text: page,
  }));
  if (pages.length === 0) throw new FileProblem('empty-file');
  const state = { kind: 'imported' } as const;
  return { title: documentTitle('', fileName), kind: 'text', state, encoding, pages };
}

/** Whether a file calls itself a PDF; only used to word the refusal of a file that is not one. */
export function isNamedPdf(fileName: string): boolean {
  return extname(fileName).toLowerCase() === '.pdf';
}
