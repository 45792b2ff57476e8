import type { FaceName, Faces } from './faces.ts';
import { hyphenate } from './hyphenate.ts';

/** A piece of a word in one face. `rise` lifts footnote marks (points). */
export interface Piece {
  readonly text: string;
  readonly face: FaceName;
  readonly size: number;
  readonly rise: number;
  readonly note?: string;
}

/** One word: pieces that are set without space between them. */
export type Word = readonly Piece[];

export interface Line {
  readonly words: readonly Word[];
  /** Natural width in points. */
  readonly width: number;
  /** The last line of its paragraph, which is never stretched. */
  readonly last: boolean;
}

export interface BreakOptions {
  readonly width: number;
  readonly firstIndent: number;
  readonly hyphenate: boolean;
}

export function pieceWidth(faces: Faces, piece: Piece): number {
  return faces.get(piece.face).widthOfTextAtSize(piece.text, piece.size);
}

/** Width of a word in points. */
export function wordWidth(faces: Faces, word: Word): number {
  return word.reduce((sum, piece) => sum + pieceWidth(faces, piece), 0);
}

/** Where a word may be parted: head and tail, longest head first. */
function splits(word: Word, soft: boolean): { head: Word; tail: Word }[] {
  const found: { head: Word; tail: Word }[] = [];
  for (const [index, piece] of word.entries()) {
    const hard = piece.text.split(/(?<=\p{L}-)(?=\p{L})/u);
    const parts = hard.flatMap((part) => (soft ? hyphenate(part) : [part]));
    for (let at = 1; at < parts.length; at += 1) {
      const left = parts.slice(0, at).join('');
      const mark = left.endsWith('-') ? '' : '-';
      found.push({
        head: [...word.slice(0, index), { ...piece, text: left + mark }],
        tail: [{ ...piece, text: parts.slice(at).join('\u00ad') }, ...word.slice(index + 1)],
      });
    }
  }
  return found.reverse();
}

const clean = (word: Word): Word =>
  word.map((piece) => ({ ...piece, text: piece.text.replaceAll('\u00ad', '') }));

/** Fills lines greedily; a word that does not fit is parted at a hyphen where the language allows. */
export function breakLines(
  faces: Faces,
  words: readonly Word[],
  space: number,
  options: BreakOptions,
): Line[] {
  const lines: Line[] = [];
  let current: Word[] = [];
  let width = 0;
  const room = (): number => options.width - (lines.length === 0 ? options.firstIndent : 0);
  const close = (last: boolean): void => {
    lines.push({ words: current, width, last });
    current = [];
    width = 0;
  };
  const queue = [...words];
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    const gap = current.length === 0 ? 0 : space;
    const whole = clean(word);
    const need = wordWidth(faces, whole);
    if (width + gap + need <= room()) {
      current.push(whole);
      width += gap + need;
      continue;
    }
    const split = splits(word, options.hyphenate)
      .map(({ head, tail }) => ({ head: clean(head), tail }))
      .find(({ head }) => width + gap + wordWidth(faces, head) <= room());
    if (split !== undefined) {
      current.push(split.head);
      width += gap + wordWidth(faces, split.head);
      queue.unshift(split.tail);
    } else if (current.length === 0) {
      throw new Error(`too wide for its column: ${whole.map((piece) => piece.text).join('')}`);
    } else {
      queue.unshift(word);
    }
    close(false);
  }
  if (current.length > 0) close(true);
  return lines;
}
