/** The tree of a tagged page for pdf.js' structure layer (screen readers), made of checked plain data. */
import type { StructureAnswer } from '../../../../drawing/drawing-answers.ts';

/** In the shape of pdf.js' `StructTreeNode`; formulas as markup are left out, the interface parses none. */
export interface StructureNode {
  readonly role: string;
  readonly children: (StructureNode | StructureContent)[];
  readonly alt?: string;
  readonly lang?: string;
  readonly bbox?: readonly number[];
}
interface StructureContent {
  readonly type: 'content';
  readonly id: string;
}

/** Null for a page without tags. @param contentId as for the text of the page. */
export function structureTree(
  nodes: StructureAnswer,
  contentId: (content: number) => string,
): StructureNode | null {
  const open: StructureNode[] = [];
  for (const { depth, node } of nodes) {
    const parent = open[depth - 1];
    if ('content' in node) {
      parent?.children.push({ type: 'content', id: contentId(node.content) });
      // Nothing can lie below content.
      open.length = depth;
      continue;
    }
    const made: StructureNode = {
      role: node.role,
      children: [],
      ...(node.alt === null ? {} : { alt: node.alt }),
      ...(node.language === null ? {} : { lang: node.language }),
      ...(node.box === null ? {} : { bbox: node.box }),
    };
    parent?.children.push(made);
    open.length = depth;
    open.push(made);
  }
  return open[0] ?? null;
}
