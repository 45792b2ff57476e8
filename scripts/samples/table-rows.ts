import type { Faces } from './faces.ts';
import type { Run } from './inline-runs.ts';
import type { Look } from './looks.ts';
import { bodyStyle, naturalWidth, textRows, type Row, type TextStyle } from './typesetter.ts';

const CELL_GAP = 12;
const CELL_PADDING = 4;
const SPACE_AFTER = 9;

/** Gives every column what it needs, and takes what is missing from the widest ones. */
function columnWidths(natural: readonly number[], width: number): number[] {
  const gaps = natural.map((_, column) => (column < natural.length - 1 ? CELL_GAP : 0));
  const widths = natural.map((needed, column) => needed + (gaps[column] ?? 0));
  const total = widths.reduce((sum, one) => sum + one, 0);
  const first = widths[0];
  if (total <= width && first !== undefined) {
    widths[0] = first + width - total;
    return widths;
  }
  // Columns under an equal share keep their width; the others divide the rest in proportion.
  const share = width / widths.length;
  const narrow = widths.filter((one) => one <= share).reduce((sum, one) => sum + one, 0);
  const wide = total - narrow;
  return widths.map((one) => (one <= share ? one : (one * (width - narrow)) / wide));
}

/** The rows of a table: ruled above, under the head and below, and kept together on one page. */
export function tableRows(
  faces: Faces,
  look: Look,
  width: number,
  cells: readonly Run[][][],
  aligns: readonly ('left' | 'right')[],
): Row[] {
  const base = bodyStyle(look, width);
  const style: TextStyle = {
    ...base,
    family: 'sans',
    size: look.size * 0.83,
    leading: look.leading * 0.83,
    align: 'left',
    hyphenate: false,
    before: 0,
  };
  const natural = aligns.map((_, column) =>
    Math.max(
      ...cells.map((row) => naturalWidth(faces, row[column] ?? [], { ...style, face: 'bold' })),
    ),
  );
  const widths = columnWidths(natural, width);
  return cells.map((row, index) => {
    const columns = row.map((runs, column) =>
      textRows(faces, [runs], {
        ...style,
        face: index === 0 ? 'bold' : 'plain',
        align: aligns[column] ?? 'left',
        // A width that was added up may come out a hair too small.
        width: (widths[column] ?? 0) - (column < row.length - 1 ? CELL_GAP : 0) + 0.01,
      }),
    );
    const lines = Math.max(...columns.map((column) => column.length));
    const height = lines * style.leading + 2 * CELL_PADDING;
    const last = index === cells.length - 1;
    return {
      height: height + (last ? SPACE_AFTER : 0),
      before: index === 0 ? 5 : 0,
      keep: !last,
      notes: columns.flat().flatMap((line) => line.notes),
      draw: (canvas, x, top) => {
        if (index === 0) canvas.rule(x, top, width, 0.8);
        let left = x;
        for (const [column, rows] of columns.entries()) {
          let cellTop = top - CELL_PADDING;
          for (const line of rows) {
            line.draw(canvas, left, cellTop);
            cellTop -= line.height;
          }
          left += widths[column] ?? 0;
        }
        canvas.rule(x, top - height, width, index === 0 || last ? 0.8 : 0.25, last ? 0 : 0.4);
      },
    };
  });
}
