/** What a tagged PDF says about the parts of a page (headings, lists, figures), as a list within what the interface accepts. */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { DRAWING_LIMITS, type StructureAnswer } from './drawing-answers.ts';
import { languageOf, within } from './plain-document.ts';
import { contentNumber } from './plain-text.ts';

/** The parts of pdf.js' nodes that are used; the package's types leave most of it out. */
interface PdfNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly bbox?: readonly number[];
  readonly children?: readonly PdfNode[];
}

const ROLE = /^[A-Z][A-Za-z0-9]{0,19}$/u;

/** Empty for a page without tags. */
export async function plainStructure(page: PDFPageProxy): Promise<StructureAnswer> {
  const tree = (await page.getStructTree()) as PdfNode | null;
  const nodes: StructureAnswer = [];
  const add = (node: PdfNode, depth: number): void => {
    if (nodes.length >= DRAWING_LIMITS.structureNodes || depth > DRAWING_LIMITS.structureDepth) {
      return;
    }
    if (node.children === undefined) {
      const content = node.type === 'content' ? contentNumber(node.id) : null;
      if (content !== null) nodes.push({ depth, node: { content } });
      return;
    }
    nodes.push({ depth, node: plainNode(node) });
    for (const child of node.children) add(child, depth + 1);
  };
  if (tree !== null) add(tree, 0);
  return nodes;
}

function plainNode(node: PdfNode): StructureAnswer[number]['node'] {
  const [left, bottom, right, top] = node.bbox ?? [];
  return {
    role: ROLE.test(node.role ?? '') ? (node.role ?? 'Span') : 'Span',
    alt: node.alt?.slice(0, DRAWING_LIMITS.alternative) ?? null,
    language: languageOf(node.lang),
    box:
      top === undefined
        ? null
        : [within(left ?? 0), within(bottom ?? 0), within(right ?? 0), within(top)],
  };
}
