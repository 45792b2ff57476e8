/** Groups a page's text items into lines, in the order pdf.js gives them, and decides where paragraphs begin. */
import { geometryOf, sameDirection, type ItemGeometry } from './item-geometry.ts';
import { appendRun, cleanItem, type Run } from './clean-item.ts';
import type { TextContentLike, TextItem } from './text-content.ts';
import { textItemsOf } from './text-content.ts';

export interface TextLine {
  /** No white space at either end and never two spaces in a row. */
  runs: Run[];
  readonly geometry: LineGeometry;
  /** Whether a blank line separates this line from the one before. */
  startsParagraph: boolean;
}

interface LineGeometry {
  readonly first: ItemGeometry;
  /** PDF points: the leftmost start. */
  left: number;
  /** PDF points: the largest font size. */
  size: number;
}

/** A gap wider than this part of the font size is a space; justified text has word spaces from 0.2. */
const SPACE_GAP = 0.25;
/** A baseline that moves by more than this part of the font size is another line, a superscript moves by half. */
const LINE_SHIFT = 0.9;
/** Baseline distance of single-spaced text in font sizes, used where a page has too few lines to tell. */
const USUAL_SPACING = 1.2;
/** A baseline distance this much above the page's usual one starts a paragraph. */
const PARAGRAPH_SPACING = 1.3;
/** An indent between these font sizes, after a finished sentence, starts a paragraph. */
const INDENT = { least: 0.9, most: 6 };
const SENTENCE_END = /[.!?…:;»”"')\]]$/u;

/** The lines of a page that hold any visible text. */
export function linesOf(content: TextContentLike): TextLine[] {
  const lines: TextLine[] = [];
  let line: TextLine | undefined;
  let previous: ItemGeometry | undefined;
  let brokeOff = false;
  for (const [index, item] of textItemsOf(content).entries()) {
    const runs = cleanItem(item.str, index);
    if (runs.some(({ kind }) => kind === 'text')) {
      const geometry = geometryOf(item, isVertical(item, content));
      if (!line || !previous || brokeOff || startsLine(previous, geometry)) {
        if (line) lines.push(line);
        line = startLine(geometry);
      } else if (needsSpace(previous, geometry)) {
        line.runs.push(spaceAt(index));
      }
      line.geometry.left = Math.min(line.geometry.left, geometry.start);
      line.geometry.size = Math.max(line.geometry.size, geometry.size);
      previous = geometry;
      brokeOff = false;
    }
    if (line) for (const run of runs) appendRun(line.runs, run);
    if (item.hasEOL) brokeOff = true;
  }
  if (line) lines.push(line);
  for (const each of lines) each.runs = tidySpaces(each.runs);
  markParagraphs(lines);
  return lines;
}

function isVertical(item: TextItem, content: TextContentLike): boolean {
  return content.styles[item.fontName]?.vertical === true;
}

function startLine(geometry: ItemGeometry): TextLine {
  return {
    runs: [],
    geometry: { first: geometry, left: geometry.start, size: geometry.size },
    startsParagraph: false,
  };
}

function startsLine(previous: ItemGeometry, next: ItemGeometry): boolean {
  const size = Math.max(previous.size, next.size);
  return (
    !sameDirection(previous, next) || Math.abs(next.across - previous.across) > LINE_SHIFT * size
  );
}

/** Measured both ways round, because right-to-left text may come in either visual order. */
function needsSpace(previous: ItemGeometry, next: ItemGeometry): boolean {
  const gap = Math.max(next.start - previous.end, previous.start - next.end);
  return gap > SPACE_GAP * Math.min(previous.size, next.size);
}

function spaceAt(item: number): Run {
  return { text: ' ', kind: 'space', sources: [{ item, from: 0, to: 0 }], linear: false };
}

/** Leaves one space where there were several, and none at the ends. */
export function tidySpaces(runs: readonly Run[]): Run[] {
  const kept = runs.filter(
    (run, index) => run.kind !== 'space' || (index > 0 && runs[index - 1]?.kind !== 'space'),
  );
  while (kept.at(-1)?.kind === 'space') kept.pop();
  return kept;
}

function markParagraphs(lines: readonly TextLine[]): void {
  const usual = usualSpacing(lines);
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (before) line.startsParagraph = isParagraph(before, line, lines[index + 1], usual);
  }
}

function isParagraph(
  before: TextLine,
  line: TextLine,
  after: TextLine | undefined,
  usual: number,
): boolean {
  if (!sameDirection(before.geometry.first, line.geometry.first)) return true;
  const spacing = spacingBetween(before, line);
  if (spacing > PARAGRAPH_SPACING * usual) return true;
  if (spacing < -0.5) return true;
  if (spacing < 0.5 || !SENTENCE_END.test(textOf(before))) return false;
  const indent = indentOf(line, before);
  const isIndented = indent > INDENT.least && indent < INDENT.most;
  return isIndented && (!after || indentOf(line, after) > INDENT.least);
}

/** Baseline distance in font sizes. */
function spacingBetween(before: TextLine, line: TextLine): number {
  const distance = line.geometry.first.across - before.geometry.first.across;
  return distance / Math.max(before.geometry.size, line.geometry.size);
}

/** Font sizes by which a line starts to the right of another. */
function indentOf(line: TextLine, other: TextLine): number {
  return (line.geometry.left - other.geometry.left) / line.geometry.size;
}

/** The median baseline distance of the page, in font sizes. */
function usualSpacing(lines: readonly TextLine[]): number {
  const spacings = lines
    .slice(1)
    .map((line, index) => spacingBetween(lines[index] ?? line, line))
    .filter((spacing) => spacing > 0.7 && spacing < 3)
    .sort((a, b) => a - b);
  const median = spacings.length < 3 ? undefined : spacings[Math.floor(spacings.length / 2)];
  return Math.min(Math.max(median ?? USUAL_SPACING, 1), 2.4);
}

export function textOf(line: TextLine): string {
  return line.runs.map(({ text }) => text).join('');
}
