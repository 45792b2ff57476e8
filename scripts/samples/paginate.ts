import type { Row } from './typesetter.ts';

export interface PlacedRow {
  readonly row: Row;
  /** Distance of the row's top from the top of the text area (points). */
  readonly offset: number;
}

export interface PagePlan {
  readonly rows: readonly PlacedRow[];
  readonly notes: readonly Row[];
}

const stack = (rows: readonly Row[]): number =>
  rows.reduce((sum, row) => sum + row.before + row.height, 0);

/**
 * Deals rows out to pages of `height` points. Rows that must stay together move together; the
 * footnotes marked on a page take their room from its foot.
 */
export function paginate(
  rows: readonly Row[],
  height: number,
  notesOf: (note: string) => readonly Row[],
  noteGap: number,
): PagePlan[] {
  const pages: { rows: PlacedRow[]; notes: Row[] }[] = [{ rows: [], notes: [] }];
  let y = 0;
  let at = 0;
  while (at < rows.length) {
    let end = at;
    while (rows[end]?.keep === true && end < rows.length - 1) end += 1;
    const group = rows.slice(at, end + 1);
    const page = pages.at(-1);
    if (page === undefined) break;
    const fresh = page.rows.length === 0;
    const notes = [...page.notes, ...group.flatMap((row) => row.notes).flatMap(notesOf)];
    const need = stack(group) - (fresh ? (group[0]?.before ?? 0) : 0);
    const foot = notes.length === 0 ? 0 : stack(notes) + noteGap;
    const broken = group[0]?.breakBefore === true;
    if (!fresh && (broken || y + need + foot > height + 0.01)) {
      pages.push({ rows: [], notes: [] });
      y = 0;
      if (broken) at = end + 1;
      continue;
    }
    if (fresh && y + need + foot > height) throw new Error('a block is higher than the page');
    for (const row of group) {
      y += page.rows.length === 0 ? 0 : row.before;
      page.rows.push({ row, offset: y });
      y += row.height;
    }
    page.notes = notes;
    at = end + 1;
  }
  return pages;
}
