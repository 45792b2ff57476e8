/** The outline of a document as the rows of a tree. Pure. */
import type { AnswerTo } from '../../../drawing/drawing-answers.ts';

export type OutlineItem = AnswerTo<'outline'>[number];

export interface OutlineRow {
  /** Index in the outline. */
  readonly index: number;
  readonly item: OutlineItem;
  /** Null for an item without others below it. */
  readonly open: boolean | null;
}

/** Items that are folded away at first, as their author left them. */
export function closedAtFirst(outline: readonly OutlineItem[]): Set<number> {
  return new Set(outline.flatMap(({ closed }, index) => (closed ? [index] : [])));
}

/** The rows to be seen: without what lies below a closed item, or, with a filter, those whose title has its letters. */
export function outlineRows(
  outline: readonly OutlineItem[],
  closed: ReadonlySet<number>,
  filter = '',
): OutlineRow[] {
  const wanted = filter.trim().toLowerCase();
  if (wanted !== '') {
    return outline.flatMap((item, index) =>
      item.title.toLowerCase().includes(wanted) ? [{ index, item, open: null }] : [],
    );
  }
  const rows: OutlineRow[] = [];
  let hiddenBelow = Infinity;
  for (const [index, item] of outline.entries()) {
    if (item.depth > hiddenBelow) continue;
    hiddenBelow = Infinity;
    const isParent = (outline[index + 1]?.depth ?? 0) > item.depth;
    const isOpen = isParent ? !closed.has(index) : null;
    if (isOpen === false) hiddenBelow = item.depth;
    rows.push({ index, item, open: isOpen });
  }
  return rows;
}

/** Index of the row that the keys go to from a nested one by «left»; -1 for none. */
export function parentRow(rows: readonly OutlineRow[], at: number): number {
  const depth = rows[at]?.item.depth ?? 0;
  return rows.findLastIndex((row, index) => index < at && row.item.depth < depth);
}

/** The last row that begins at or before a page: the chapter a person reads. -1 before the first. */
export function currentRow(rows: readonly OutlineRow[], page: number): number {
  return rows.findLastIndex(
    ({ item: { target } }) => target?.kind === 'place' && target.page <= page,
  );
}
