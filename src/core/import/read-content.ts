/** From stored original bytes to what the library keeps of a document. */
import { extname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { assertNever } from '../../shared/assert-never.ts';
import type { ExtractedPdf } from '../../shared/extraction/extracted-pdf.ts';
import type { DocumentState, Page } from '../../shared/domain/source-document.ts';
import type { NewDocument } from '../library/queries/document.ts';
import { failureOf } from '../../shared/failure.ts';
import { documentTitle, isSaneName } from './document-title.ts';
import { decodeText } from './encoding/decode-text.ts';
import { FileProblem } from './file-problem.ts';
import { detectLanguage, mainLanguage } from './page-language.ts';
import { isGarbled } from './page-quality.ts';
import type { ByteSource, PdfExtraction, PdfExtractor } from './pdf-extractor.ts';
import { splitText } from './split-text.ts';

export type DocumentContent = Omit<NewDocument, 'fileName' | 'sha256' | 'size'>;

/** Pages judged in one go, about 20 ms. */
const PAGES_AT_ONCE = 8;

/** Damage, passwords and limits are states of the document. */
export async function readPdf(
  source: ByteSource,
  fileName: string,
  extractor: PdfExtractor,
  signal: AbortSignal,
  password: string | null = null,
): Promise<DocumentContent> {
  const extraction = await extractor.extract(source, signal, password).catch(damagedIfUnexpected);
  const unread = {
    title: documentTitle('', fileName),
    kind: 'pdf',
    format: 'pdf',
    encoding: null,
    authors: '',
    date: '',
    language: '',
    outline: [],
    pages: [],
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

/** @throws FileProblem `empty-file` when there is nothing but white space. */
export async function readText(bytes: Uint8Array, fileName: string): Promise<DocumentContent> {
  const { text, encoding } = await decodeText(bytes);
  const pages = await judgePages(numberPages(splitText(text)));
  if (pages.length === 0) throw new FileProblem('empty-file');
  return {
    title: documentTitle('', fileName),
    kind: 'text',
    format: 'text',
    state: { kind: 'imported' },
    encoding,
    authors: '',
    date: '',
    language: mainLanguage(pages),
    outline: [],
    pages,
  };
}

type PageText = Pick<Page, 'number' | 'label' | 'text'>;

/** Running text has no page labels of its own: its pages are numbered. */
export function numberPages(texts: readonly string[]): PageText[] {
  return texts.map((text, index) => ({ number: index + 1, label: String(index + 1), text }));
}

/** Tells the language of each page and whether search can use its text, in steps that leave the process responsive. */
export async function judgePages(pages: readonly PageText[]): Promise<Omit<Page, 'documentId'>[]> {
  const judged: Omit<Page, 'documentId'>[] = [];
  for (const page of pages) {
    const garbled = isGarbled(page.text);
    judged.push({ ...page, garbled, language: garbled ? null : detectLanguage(page.text) });
    if (judged.length % PAGES_AT_ONCE === 0) await setImmediate();
  }
  return judged;
}

/** Whether a file calls itself a PDF; only used to word the refusal of a file that is not one. */
export function isNamedPdf(fileName: string): boolean {
  return extname(fileName).toLowerCase() === '.pdf';
}
