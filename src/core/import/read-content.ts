/** From stored original bytes to what the library keeps of a document. */
import { extname } from 'node:path';
import { assertNever } from '../../shared/assert-never.ts';
import { canonicaliseText } from '../../shared/extraction/canonical-text.ts';
import type { ExtractedPdf, OfficeFormat } from '../../shared/extraction/extracted-pdf.ts';
import type { DocumentState } from '../../shared/domain/source-document.ts';
import { failureOf } from '../../shared/failure.ts';
import { documentTitle, isSaneName } from './document-title.ts';
import type { DocumentContent } from './document-content.ts';
import { FileProblem } from './file-problem.ts';
import { judgePages } from './judge-pages.ts';
import { mainLanguage } from './page-language.ts';
import type { ByteSource, PdfExtraction, PdfExtractor } from './pdf-extractor.ts';
import { contentOfText } from './read-text.ts';

const UNREAD = {
  encoding: null,
  authors: '',
  date: '',
  language: '',
  outline: [],
  pages: [],
} as const;

/** Damage, passwords and limits are states of the document. */
export async function readPdf(
  source: ByteSource,
  fileName: string,
  extractor: PdfExtractor,
  signal: AbortSignal,
  password: string | null = null,
): Promise<DocumentContent> {
  const extraction = await extractor
    .extract(source, signal, { format: 'pdf', password })
    .catch(damagedIfUnexpected);
  const unread = {
    ...UNREAD,
    title: documentTitle('', fileName),
    kind: 'pdf',
    format: 'pdf',
  } as const;
  switch (extraction.kind) {
    case 'extracted':
      return { ...unread, ...(await contentOf(extraction.pdf, fileName)) };
    case 'password-needed':
      return { ...unread, state: { kind: 'password-needed' } };
    case 'unreadable':
      return { ...unread, state: { kind: 'unreadable', reason: extraction.reason } };
    default:
      return assertNever(extraction);
  }
}

async function contentOf(pdf: ExtractedPdf, fileName: string) {
  const pages = await judgePages(pdf.pages);
  return {
    title: documentTitle(pdf.title, fileName),
    authors: isSaneName(pdf.author) ? pdf.author : '',
    // The day the file was made, often not that of the report: marked as uncertain (EDTF).
    date: pdf.created === '' ? '' : `${pdf.created}?`,
    language: mainLanguage(pages) || (/^[a-z]{2}(?![a-z])/u.exec(pdf.language)?.[0] ?? ''),
    outline: pdf.outline,
    state: stateOf(pages),
    pages,
  };
}

/** An error of pdf.js that nobody foresaw is the file's; failures and what SQLite says are the library's. */
function damagedIfUnexpected(error: unknown): PdfExtraction {
  const failure = failureOf(error);
  if (failure.kind !== 'internal' || failure.reference.startsWith('SQLITE')) throw error;
  return { kind: 'unreadable', reason: 'damaged-pdf' };
}

/** A document as a whole waits for text recognition only when no page has text; the pages without text are counted. */
function stateOf(pages: readonly { readonly text: string }[]): DocumentState {
  return pages.every(({ text }) => text === '')
    ? { kind: 'needs-ocr', pagesWithoutText: pages.length }
    : { kind: 'imported' };
}

/**
 * DOCX, ODT and e-mail, read by the same cage as PDFs and shown as running text.
 * @throws FileProblem when it is no such document after all, or there is no text in it.
 */
export async function readOffice(
  source: ByteSource,
  fileName: string,
  format: OfficeFormat,
  extractor: PdfExtractor,
  signal: AbortSignal,
): Promise<DocumentContent> {
  const title = documentTitle('', fileName);
  const extraction = await extractor.extract(source, signal, { format, password: null });
  switch (extraction.kind) {
    case 'extracted': {
      const { pdf } = extraction;
      const content = await contentOfText(
        canonicaliseText(pdf.pages.map(({ text }) => text).join('')),
        {
          title: documentTitle(pdf.title, fileName),
          format,
          encoding: null,
          authors: isSaneName(pdf.author) ? pdf.author : '',
          // An e-mail has the day it was sent; of an office file it is the day it was made.
          date: pdf.created === '' || format === 'eml' ? pdf.created : `${pdf.created}?`,
        },
      );
      return content;
    }
    case 'password-needed':
      throw new FileProblem('unknown-format');
    case 'unreadable':
      if (extraction.reason === 'unknown-format') throw new FileProblem('unknown-format');
      return { ...UNREAD, title, kind: 'text', format, state: extraction };
    default:
      return assertNever(extraction);
  }
}

/** Whether a file calls itself a PDF; only used to word the refusal of a file that is not one. */
export function isNamedPdf(fileName: string): boolean {
  return extname(fileName).toLowerCase() === '.pdf';
}
