import type { Faces } from './faces.ts';
import type { Run } from './inline-runs.ts';
import type { Look } from './looks.ts';
import { bodyStyle, naturalWidth, textRows, type Row, type TextStyle } from './typesetter.ts';

const CELL_GAP = 12;
const CELL_PADDING = 4;

/** Gives every column what it needs, and takes what is missing from the widest ones. */
function columnWidths(natural: readonly number[], width: number): number[] {
  const widths = natural.map((needed) => needed + CELL_GAP);
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
        width: (widths[column] ?? 0) - CELL_GAP,
      }),
    );
    const lines = Math.max(...columns.map((column) => column.length));
    const height = lines * style.leading + 2 * CELL_PADDING;
    return {
      height,
      before: index === 0 ? 5 : 0,
      keep: index < cells.length - 1,
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
        const last = index === cells.length - 1;
        canvas.rule(x, top - height, width, index === 0 || last ? 0.8 : 0.25, last ? 0 : 0.4);
      },
    };
  });
}
