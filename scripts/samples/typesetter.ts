import { breakLines, wordWidth, type Line, type Piece, type Word } from './break-lines.ts';
import type { Canvas } from './canvas.ts';
import type { FaceName, Faces } from './faces.ts';
import type { Run } from './inline-runs.ts';
import type { Family, Look } from './looks.ts';

/** A strip of the page that is never broken: a line of text, a row of a table, a rule. Points. */
export interface Row {
  readonly height: number;
  /** Space above it, dropped at the top of a page. */
  readonly before: number;
  /** Must stand on the same page as the next row. */
  readonly keep: boolean;
  /** Footnotes whose marks stand in this row. */
  readonly notes: readonly string[];
  readonly breakBefore?: boolean;
  readonly heading?: { readonly level: 1 | 2; readonly title: string };
  /** Draws the row; `x` and `top` are its upper left corner. */
  draw(canvas: Canvas, x: number, top: number): void;
}

export interface TextStyle {
  readonly family: Family;
  readonly size: number;
  readonly leading: number;
  readonly align: 'justify' | 'left' | 'right' | 'center';
  readonly face: Run['style'];
  readonly width: number;
  readonly inset: number;
  readonly firstIndent: number;
  readonly hyphenate: boolean;
  readonly before: number;
  readonly gray?: number;
}

function pieceFace(style: TextStyle, run: Run): FaceName {
  return `${style.family}-${run.style === 'plain' ? style.face : run.style}`;
}

// What may not be parted at a line's end: № and its number, initials and the name after them, a dash
// from the word before it, a form of address from the name.
const BOUND =
  /(?<=(?:№|\bNo\.|\bM[rs]|(?<!\p{L})г\.)) (?=[\p{Lu}\d])|(?<=(?<!\p{L})\p{Lu}\.) (?=\p{Lu}\p{L}*)| (?=—)/gu;

/** Parts runs at ordinary spaces. A no-break space joins its words and is drawn as a plain space. */
export function toWords(runs: readonly Run[], style: TextStyle): Word[] {
  const words: Piece[][] = [[]];
  for (const run of runs) {
    const face = pieceFace(style, run);
    if (run.note !== undefined) {
      const raised = { text: run.text, face, size: style.size * 0.68, rise: style.size * 0.34 };
      words.at(-1)?.push({ ...raised, note: run.note });
      continue;
    }
    for (const [index, part] of run.text.replace(BOUND, '\u00a0').split(' ').entries()) {
      if (index > 0) words.push([]);
      const text = part.replaceAll('\u00a0', ' ');
      if (text !== '') words.at(-1)?.push({ text, face, size: style.size, rise: 0 });
    }
  }
  return words.filter((word) => word.length > 0);
}

/** Draws one line inside its measure, stretched, centred or flush as the style says. */
export function drawLine(
  canvas: Canvas,
  line: Line,
  style: TextStyle,
  x: number,
  baseline: number,
  indent: number,
  space: number,
): void {
  const spare = style.width - style.inset - indent - line.width;
  const gaps = line.words.length - 1;
  const stretch = style.align === 'justify' && !line.last && gaps > 0 ? spare / gaps : 0;
  const shift = style.align === 'right' ? spare : style.align === 'center' ? spare / 2 : 0;
  canvas.line(line, x + style.inset + indent + shift, baseline, space + stretch, style.gray);
}

/** Turns the lines of one paragraph into rows; no row of it is left alone at a page's foot or head. */
export function textRows(faces: Faces, lines: readonly Run[][], style: TextStyle): Row[] {
  const space = faces.get(`${style.family}-plain`).widthOfTextAtSize(' ', style.size);
  const broken = lines.flatMap((runs) =>
    breakLines(faces, toWords(runs, style), space, {
      width: style.width - style.inset,
      firstIndent: style.firstIndent,
      hyphenate: style.hyphenate,
    }),
  );
  return broken.map((line, index) => ({
    height: style.leading,
    before: index === 0 ? style.before : 0,
    keep: broken.length > 1 && (index === 0 || index === broken.length - 2),
    notes: line.words.flat().flatMap((piece) => piece.note ?? []),
    draw: (canvas, x, top) => {
      const baseline = top - style.leading * 0.5 - style.size * 0.35;
      const indent = index === 0 ? style.firstIndent : 0;
      drawLine(canvas, line, style, x, baseline, indent, space);
    },
  }));
}

/** The width that a run of words takes on one line (points). */
export function naturalWidth(faces: Faces, runs: readonly Run[], style: TextStyle): number {
  const words = toWords(runs, style);
  const space = faces.get(`${style.family}-plain`).widthOfTextAtSize(' ', style.size);
  const sum = words.reduce((total, word) => total + wordWidth(faces, word), 0);
  return sum + Math.max(0, words.length - 1) * space;
}

/** The text style of body copy in a look, `width` points wide. */
export function bodyStyle(look: Look, width: number): TextStyle {
  return {
    family: look.family,
    size: look.size,
    leading: look.leading,
    align: look.justify ? 'justify' : 'left',
    face: 'plain',
    width,
    inset: 0,
    firstIndent: 0,
    hyphenate: look.hyphenate,
    before: look.gap,
  };
}
