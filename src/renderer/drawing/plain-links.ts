/**
 * Where links and the outline lead, in plain data: a place in this document, or an address to be shown as text. Files to
 * start, other documents, forms to send, scripts and embedded files lead nowhere.
 */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { DRAWING_LIMITS, type AnswerTo, type LinkTarget } from './drawing-answers.ts';
import { within } from './plain-document.ts';

/** The parts of pdf.js' annotations and outline items that are used. */
interface Leading {
  readonly dest?: unknown;
  readonly unsafeUrl?: unknown;
}
interface LinkAnnotation extends Leading {
  readonly subtype?: unknown;
  readonly rect?: readonly number[];
}

const SHOWN_SCHEMES: readonly string[] = ['http:', 'https:', 'mailto:'];
/** Control and direction characters: an address must look like what it is. */
const DECEIVING = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

export async function plainLinks(
  pdf: PDFDocumentProxy,
  page: PDFPageProxy,
): Promise<AnswerTo<'links'>> {
  const annotations = (await page.getAnnotations({ intent: 'display' })) as LinkAnnotation[];
  const links: AnswerTo<'links'> = [];
  for (const { subtype, rect, ...leading } of annotations.slice(0, DRAWING_LIMITS.links)) {
    if (subtype !== 'Link' || rect === undefined) continue;
    const target = await targetOf(pdf, leading);
    const [left = 0, bottom = 0, right = 0, top = 0] = rect.map(within);
    if (target !== null) links.push({ box: [left, bottom, right, top], target });
  }
  return links;
}

type OutlineNode = NonNullable<Awaited<ReturnType<PDFDocumentProxy['getOutline']>>>[number];

export async function plainOutline(pdf: PDFDocumentProxy): Promise<AnswerTo<'outline'>> {
  const outline: AnswerTo<'outline'> = [];
  const add = async (nodes: readonly OutlineNode[], depth: number): Promise<void> => {
    if (depth > DRAWING_LIMITS.outlineDepth) return;
    for (const node of nodes) {
      if (outline.length >= DRAWING_LIMITS.outlineItems) return;
      outline.push({
        depth,
        title: node.title.slice(0, DRAWING_LIMITS.title),
        bold: node.bold,
        italic: node.italic,
        closed: isClosed(node.count),
        target: await targetOf(pdf, node),
      });
      await add(node.items as OutlineNode[], depth + 1);
    }
  };
  const roots = (await pdf.getOutline()) as OutlineNode[] | null;
  await add(roots ?? [], 0);
  return outline;
}

/** A negative count folds the items below away; the package's types do not know that it can be missing. */
function isClosed(count: number | undefined): boolean {
  return count !== undefined && count < 0;
}

async function targetOf(pdf: PDFDocumentProxy, leading: Leading): Promise<LinkTarget | null> {
  if (leading.dest !== undefined && leading.dest !== null) {
    return placeOf(pdf, leading.dest).catch(() => null);
  }
  return addressOf(leading.unsafeUrl);
}

function addressOf(url: unknown): LinkTarget | null {
  if (typeof url !== 'string' || url.length > DRAWING_LIMITS.address) return null;
  const scheme = URL.parse(url)?.protocol;
  if (scheme === undefined || !SHOWN_SCHEMES.includes(scheme)) return null;
  return { kind: 'address', text: url.replaceAll(DECEIVING, '') };
}

async function placeOf(pdf: PDFDocumentProxy, dest: unknown): Promise<LinkTarget | null> {
  const explicit: unknown = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
  if (!Array.isArray(explicit)) return null;
  const [where, how, ...numbers] = explicit as unknown[];
  const index = Number.isInteger(where)
    ? (where as number)
    : await pdf.getPageIndex(where as Parameters<PDFDocumentProxy['getPageIndex']>[0]);
  if (index < 0 || index >= Math.min(pdf.numPages, DRAWING_LIMITS.pages)) return null;
  const name = (how as { name?: unknown } | null)?.name;
  const at = (position: number): number | null => {
    const value = numbers[position];
    return typeof value === 'number' ? within(value) : null;
  };
  const page = index + 1;
  switch (name) {
    case 'XYZ':
      return { kind: 'place', page, left: at(0), top: at(1) };
    case 'FitH':
    case 'FitBH':
      return { kind: 'place', page, left: null, top: at(0) };
    case 'FitV':
    case 'FitBV':
      return { kind: 'place', page, left: at(0), top: null };
    case 'FitR':
      return { kind: 'place', page, left: at(0), top: at(3) };
    default:
      return { kind: 'place', page, left: null, top: null };
  }
}
