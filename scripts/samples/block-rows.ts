import { assertNever } from '../../src/shared/assert-never.ts';
import type { Faces } from './faces.ts';
import { plainText, type Run } from './inline-runs.ts';
import { PARAGRAPHS, type Look } from './looks.ts';
import type { Block, ParagraphStyle } from './parse-blocks.ts';
import { columnsRow } from './columns-row.ts';
import { tableRows } from './table-rows.ts';
import { bodyStyle, naturalWidth, textRows, type Row, type TextStyle } from './typesetter.ts';

/** A heading and the label of the page it stands on, for the table of contents. */
export interface ContentsEntry {
  readonly level: 1 | 2;
  readonly title: string;
  readonly label: string;
}

export interface Setting {
  readonly faces: Faces;
  readonly look: Look;
  readonly width: number;
  readonly contents: readonly ContentsEntry[];
}

const ITEM_INSET = 18;

function headingRows(setting: Setting, level: 1 | 2, runs: Run[]): Row[] {
  const { look, faces, width } = setting;
  const size = look.headings[level - 1] ?? look.size;
  const rows = textRows(faces, [runs], {
    ...bodyStyle(look, width),
    family: look.headFamily,
    face: 'bold',
    size,
    leading: size * 1.3,
    align: look.centreHeadings ? 'center' : 'left',
    hyphenate: false,
    before: level === 1 ? size : look.leading * 1.2,
  });
  return rows.map((row, index) => ({
    ...row,
    height: row.height + (index === rows.length - 1 ? 4 : 0),
    keep: true,
    ...(index === 0 ? { heading: { level, title: plainText(runs) } } : {}),
  }));
}

/** `left || right`: two words or two at the ends of one line, as in the foot of a judgment. */
function splitRow({ faces, look, width }: Setting, lines: Run[][]): Row[] {
  const [left = '', right = ''] = lines.map(plainText).join(' ').split(' || ');
  const style: TextStyle = { ...bodyStyle(look, width), align: 'left', before: 6 };
  const [start] = textRows(faces, [[{ text: left, style: 'plain' }]], style);
  const [end] = textRows(faces, [[{ text: right, style: 'plain' }]], { ...style, align: 'right' });
  if (start === undefined || end === undefined) return [];
  const draw: Row['draw'] = (canvas, x, top) => {
    start.draw(canvas, x, top);
    end.draw(canvas, x, top);
  };
  return [{ ...start, draw }];
}

function paragraphRows(
  setting: Setting,
  style: ParagraphStyle,
  lines: Run[][],
  follows: boolean,
): Row[] {
  const { look, faces, width } = setting;
  const kind = PARAGRAPHS[style];
  const base = bodyStyle(look, width);
  const size = look.size * kind.scale;
  const rows = textRows(faces, lines, {
    ...base,
    family: kind.sans ? 'sans' : style === 'masthead' ? look.headFamily : look.family,
    size,
    leading: kind.scale > 2 ? size * 1.2 : look.leading * Math.max(0.88, kind.scale),
    face: kind.face,
    align: kind.align === 'body' ? base.align : kind.align,
    hyphenate: base.hyphenate && kind.align === 'body',
    inset: kind.inset,
    width: width - kind.inset,
    firstIndent: style === 'body' && follows ? look.indent : 0,
    before: style === 'body' ? base.before : kind.before,
  });
  if (style === 'split') return splitRow(setting, lines);
  // A caption stays with its table, and a line that ends in a colon with what it announces.
  const announces = plainText(lines.at(-1) ?? []).endsWith(':');
  return rows.map((row) => ({ ...row, keep: row.keep || announces || style === 'caption' }));
}

function itemRows(setting: Setting, marker: string, runs: Run[]): Row[] {
  const { look, faces, width } = setting;
  const style: TextStyle = {
    ...bodyStyle(look, width),
    inset: ITEM_INSET,
    before: Math.max(look.gap * 0.6, 3),
  };
  const [mark] = textRows(faces, [[{ text: marker, style: 'plain' }]], { ...style, inset: 0 });
  return textRows(faces, [runs], style).map((row, index) => {
    if (index > 0 || mark === undefined) return row;
    return {
      ...row,
      draw: (canvas, x, top) => {
        mark.draw(canvas, x, top);
        row.draw(canvas, x, top);
      },
    };
  });
}

function contentsRows(setting: Setting): Row[] {
  const { look, faces, width, contents } = setting;
  return contents.map(({ level, title, label }) => {
    const style: TextStyle = {
      ...bodyStyle(look, width - 40),
      face: level === 1 ? 'bold' : 'plain',
      align: 'left',
      inset: level === 1 ? 0 : 14,
    };
    const number: Run[] = [{ text: label, style: 'plain' }];
    const right = naturalWidth(faces, number, style);
    const [titleRow] = textRows(faces, [[{ text: title, style: 'plain' }]], style);
    const [labelRow] = textRows(faces, [number], { ...style, inset: 0, width: right + 1 });
    return {
      height: look.leading * 1.15,
      before: level === 1 ? 8 : 0,
      keep: false,
      notes: [],
      draw: (canvas, x, top) => {
        titleRow?.draw(canvas, x, top);
        labelRow?.draw(canvas, x + width - right - 1, top);
      },
    };
  });
}

const plain = { keep: false, notes: [] };

function rowsOf(setting: Setting, block: Block, follows: boolean): Row[] {
  const { look, faces, width } = setting;
  switch (block.kind) {
    case 'heading':
      return headingRows(setting, block.level, block.runs);
    case 'paragraph':
      return paragraphRows(setting, block.style, block.lines, follows);
    case 'item':
      return itemRows(setting, block.marker, block.runs);
    case 'table':
      return tableRows(faces, look, width, block.rows, block.aligns);
    case 'columns':
      return [
        columnsRow(width, block.count, (column) =>
          blockRows({ ...setting, width: column }, block.blocks),
        ),
      ];
    case 'rule':
      return [
        {
          ...plain,
          height: 8,
          before: 4,
          draw: (canvas, x, top) => canvas.rule(x, top - 4, width, 0.6),
        },
      ];
    case 'space':
      return [{ ...plain, height: look.leading, before: 0, draw: () => undefined }];
    case 'pageBreak':
      return [{ ...plain, height: 0, before: 0, breakBefore: true, draw: () => undefined }];
    case 'contents':
      return contentsRows(setting);
    default:
      return assertNever(block);
  }
}

/** Turns the blocks of a document, or of one column, into rows in reading order. */
export function blockRows(setting: Setting, blocks: readonly Block[]): Row[] {
  return blocks.flatMap((block, index) => {
    const before = blocks[index - 1];
    const follows = before?.kind === 'paragraph' && before.style === 'body';
    return rowsOf(setting, block, follows || setting.look.indentFirst);
  });
}
