import { PDFHexString, PDFName, PDFNumber, type PDFDocument, type PDFRef } from 'pdf-lib';

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

/** The printed number of a page (counted from 0): roman in the front matter, then from 1. */
export function pageLabel(index: number, frontPages: number): string {
  if (index < frontPages) return ROMAN[index] ?? String(index + 1);
  return String(index - frontPages + 1);
}

/** Writes the labels i, ii, 1, 2 … into the catalogue, so that viewers show them. */
export function addPageLabels(pdf: PDFDocument, frontPages: number): void {
  const { context } = pdf;
  const labels = context.obj({ Nums: [0, { S: 'r' }, frontPages, { S: 'D' }] });
  pdf.catalog.set(PDFName.of('PageLabels'), context.register(labels));
}

export interface OutlineEntry {
  readonly level: 1 | 2;
  readonly title: string;
  readonly page: number;
}

interface OutlineNode extends OutlineEntry {
  readonly ref: PDFRef;
  readonly children: OutlineNode[];
}

/** Writes the headings as bookmarks: level 2 under the level 1 before it. */
export function addOutline(pdf: PDFDocument, entries: readonly OutlineEntry[]): void {
  const { context } = pdf;
  const tops: OutlineNode[] = [];
  for (const entry of entries) {
    const node: OutlineNode = { ...entry, ref: context.nextRef(), children: [] };
    const parent = tops.at(-1);
    if (entry.level === 2 && parent !== undefined) parent.children.push(node);
    else tops.push(node);
  }
  const root = context.nextRef();
  const link = (nodes: readonly OutlineNode[], parent: PDFRef): void => {
    for (const [index, node] of nodes.entries()) {
      const page = pdf.getPage(node.page);
      const item = context.obj({ Parent: parent, Dest: [page.ref, 'Fit'] });
      item.set(PDFName.of('Title'), PDFHexString.fromText(node.title));
      const before = nodes[index - 1];
      const after = nodes[index + 1];
      if (before !== undefined) item.set(PDFName.of('Prev'), before.ref);
      if (after !== undefined) item.set(PDFName.of('Next'), after.ref);
      const first = node.children[0];
      const last = node.children.at(-1);
      if (first !== undefined && last !== undefined) {
        item.set(PDFName.of('First'), first.ref);
        item.set(PDFName.of('Last'), last.ref);
        item.set(PDFName.of('Count'), PDFNumber.of(node.children.length));
      }
      context.assign(node.ref, item);
      link(node.children, node.ref);
    }
  };
  link(tops, root);
  const first = tops[0];
  const last = tops.at(-1);
  if (first === undefined || last === undefined) return;
  const outline = context.obj({ Type: 'Outlines', Count: entries.length });
  outline.set(PDFName.of('First'), first.ref);
  outline.set(PDFName.of('Last'), last.ref);
  context.assign(root, outline);
  pdf.catalog.set(PDFName.of('Outlines'), root);
  pdf.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}
