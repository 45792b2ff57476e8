/** The two-way map between a page's canonical text and the text items it was made from. */
import type { ItemRange, Run } from './clean-item.ts';

/**
 * One stretch of canonical text and one stretch of one item. Pieces are in reading order on both sides. A piece that is
 * not linear (a ligature, an accent composed from two characters) is only ever taken whole; a letter composed from two
 * items has two pieces with the same canonical stretch.
 */
export interface MapPiece extends ItemRange {
  /** UTF-16 units of the canonical page text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly linear: boolean;
}

export interface PageMap {
  readonly pieces: readonly MapPiece[];
}

/** Which way a point moves that lies in something the canonical text leaves out, or inside a whole piece. */
export type Side = 'start' | 'end';

/** Adds the pieces of a run that begins at `start`, growing the last piece where both sides go on. */
export function addPieces(pieces: MapPiece[], run: Run, start: number): void {
  const end = start + run.text.length;
  for (const source of run.sources) {
    if (source.to === source.from) continue;
    const last = pieces.at(-1);
    const goesOn =
      last?.linear === true &&
      run.linear &&
      last.item === source.item &&
      last.to === source.from &&
      last.end === start;
    if (goesOn) pieces[pieces.length - 1] = { ...last, to: source.to, end };
    else pieces.push({ ...source, start, end, linear: run.linear });
  }
}

/**
 * Canonical offset of a point in an item.
 * @param offset UTF-16 units into the item's `str`.
 * @param side `start` for the beginning of a selection, `end` for its end: at the seam of two lines the first moves
 *   forward to the next line, the second stays at the end of the line before.
 */
export function toCanonical(map: PageMap, item: number, offset: number, side: Side): number {
  const { pieces } = map;
  const isBefore = (piece: MapPiece): boolean =>
    piece.item < item ||
    (piece.item === item && (side === 'start' ? piece.to <= offset : piece.to < offset));
  const piece = pieces[firstNot(pieces, isBefore)];
  if (side === 'start') {
    if (!piece) return pieces.at(-1)?.end ?? 0;
    if (piece.item > item || piece.from >= offset || !piece.linear) return piece.start;
    return piece.start + offset - piece.from;
  }
  const isInside = piece?.item === item && piece.from < offset;
  if (!piece || !isInside) return pieces[firstNot(pieces, isBefore) - 1]?.end ?? 0;
  return piece.linear ? piece.start + offset - piece.from : piece.end;
}

/**
 * The item stretches that draw canonical `start`..`end` (exclusive), in reading order. Line breaks and spaces that stand
 * for geometry alone have none, so the answer can be empty.
 */
export function toItemRanges(map: PageMap, start: number, end: number): ItemRange[] {
  const { pieces } = map;
  const ranges: ItemRange[] = [];
  for (let at = firstNot(pieces, (piece) => piece.end <= start); at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (!piece || piece.start >= end) break;
    const from = piece.linear ? piece.from + Math.max(0, start - piece.start) : piece.from;
    const to = piece.linear ? piece.to - Math.max(0, piece.end - end) : piece.to;
    const last = ranges.at(-1);
    if (last?.item === piece.item) ranges[ranges.length - 1] = { ...last, to };
    else ranges.push({ item: piece.item, from, to });
  }
  return ranges;
}

/** Index of the first piece for which `isBefore` no longer holds. */
function firstNot(pieces: readonly MapPiece[], isBefore: (piece: MapPiece) => boolean): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const piece = pieces[middle];
    if (piece && isBefore(piece)) low = middle + 1;
    else high = middle;
  }
  return low;
}
