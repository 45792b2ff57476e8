/** What a PDF says of itself: document information and table of contents. All of it may be missing, wrong or hostile. */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { ExtractedPdf, OutlineEntry } from './extracted-pdf.ts';

/** More headings than a person would look through; resolving each costs a walk through the page tree. */
export const MOST_HEADINGS = 2_000;
/** UTF-16 units. */
const LONGEST_HEADING = 300;
const DEEPEST = 8;
/** PDF dates: `D:20140305…` (PDF 1.7, section 7.9.4); what stands before the invention of PDF is nonsense. */
const DATE = /^(?:D:)?(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})/u;
const FIRST_YEAR = 1990;

export async function readPdfInfo(
  pdf: PDFDocumentProxy,
): Promise<Pick<ExtractedPdf, 'title' | 'author' | 'created' | 'language'>> {
  const metadata = await pdf.getMetadata().catch(() => null);
  const info = (metadata?.info ?? {}) as Record<string, unknown>;
  return {
    title: textOf(info['Title']),
    author: textOf(info['Author']),
    created: dayOf(info['CreationDate']),
    language: textOf(info['Language']).slice(0, 40),
  };
}

/** Headings in reading order; empty when there are none or they cannot be read. */
export async function readOutline(pdf: PDFDocumentProxy): Promise<OutlineEntry[]> {
  const entries: OutlineEntry[] = [];
  try {
    await addHeadings(pdf, await pdf.getOutline(), 0, entries);
  } catch {
    return entries;
  }
  return entries;
}

interface Heading {
  readonly title: string;
  readonly dest: string | readonly unknown[] | null;
  readonly items: readonly Heading[];
}

async function addHeadings(
  pdf: PDFDocumentProxy,
  headings: readonly Heading[] | null,
  level: number,
  entries: OutlineEntry[],
): Promise<void> {
  for (const { title, dest, items } of headings ?? []) {
    if (entries.length >= MOST_HEADINGS || level > DEEPEST) return;
    const text = textOf(title).slice(0, LONGEST_HEADING);
    if (text !== '') entries.push({ title: text, level, page: await pageOf(pdf, dest) });
    await addHeadings(pdf, items, level + 1, entries);
  }
}

async function pageOf(pdf: PDFDocumentProxy, dest: Heading['dest']): Promise<number | null> {
  try {
    const target = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
    const first: unknown = target?.[0];
    const index =
      typeof first === 'number'
        ? first
        : await pdf.getPageIndex(first as { num: number; gen: number });
    return index >= 0 && index < pdf.numPages ? index + 1 : null;
  } catch {
    return null;
  }
}

function textOf(value: unknown): string {
  if (typeof value !== 'string') return '';
  return value
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[\p{C}\p{Z}\s]+/gu, ' ')
    .trim();
}

function dayOf(value: unknown): string {
  const groups = typeof value === 'string' ? DATE.exec(value)?.groups : undefined;
  const { year = '', month = '', day = '' } = groups ?? {};
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  const isDay = !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day);
  const isPast = Number(year) >= FIRST_YEAR && date.getTime() < Date.now();
  return isDay && isPast ? `${year}-${month}-${day}` : '';
}
