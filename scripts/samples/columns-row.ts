import type { Row } from './typesetter.ts';

const GUTTER = 20;

/** Deals rows out to columns no higher than `height`; undefined when they need more columns. */
function deal(rows: readonly Row[], count: number, height: number): Row[][] | undefined {
  const columns: Row[][] = [[]];
  let used = 0;
  let at = 0;
  while (at < rows.length) {
    let end = at;
    while (rows[end]?.keep === true) end += 1;
    const group = rows.slice(at, end + 1);
    const lead = used === 0 ? 0 : (group[0]?.before ?? 0);
    const need = group.reduce((sum, row, i) => sum + row.height + (i === 0 ? 0 : row.before), lead);
    if (used > 0 && used + need > height + 0.01) {
      columns.push([]);
      used = 0;
      continue;
    }
    columns.at(-1)?.push(...group);
    used += need;
    at = end + 1;
  }
  return columns.length <= count ? columns : undefined;
}

const stackHeight = (rows: readonly Row[]): number =>
  rows.reduce((sum, row, index) => sum + row.height + (index === 0 ? 0 : row.before), 0);

/** A balanced section of `count` columns with thin rules between them, as one row. `rowsAt` sets the copy. */
export function columnsRow(
  fullWidth: number,
  count: number,
  rowsAt: (width: number) => Row[],
): Row {
  const width = (fullWidth - GUTTER * (count - 1)) / count;
  const rows = rowsAt(width);
  let height = stackHeight(rows) / count;
  let columns = deal(rows, count, height);
  while (columns === undefined) {
    height += 1;
    columns = deal(rows, count, height);
  }
  const dealt = columns;
  const tallest = Math.max(...dealt.map(stackHeight));
  return {
    height: tallest,
    before: 8,
    keep: false,
    notes: [],
    draw: (canvas, x, top) => {
      for (const [index, column] of dealt.entries()) {
        const left = x + index * (width + GUTTER);
        let y = top;
        for (const [at, row] of column.entries()) {
          y -= at === 0 ? 0 : row.before;
          row.draw(canvas, left, y);
          y -= row.height;
        }
        if (index > 0) canvas.rule(left - GUTTER / 2, top - tallest, 0.4, tallest, 0.5);
      }
    },
  };
}
