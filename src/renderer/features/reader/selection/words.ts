/** Words and letters of canonical text, as people of any language see them. Pure; offsets in UTF-16 units. */
import type { TextPoint } from '../../../../shared/domain/passage.ts';
import { comparePoints, type Stretch } from '../stretch.ts';

const WORDS = new Intl.Segmenter(undefined, { granularity: 'word' });
const LETTERS = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Units looked at on either side of a point: no word is longer, but in text without spaces. */
const AROUND = 200;

interface Word {
  readonly start: number;
  readonly end: number;
}

/** The start of the word that an offset lies inside; the offset itself at the edge of a word or between words. */
export function wordStartAt(text: string, offset: number): number {
  return wordInside(text, offset)?.start ?? offset;
}

/** The end of the word that an offset lies inside; the offset itself at the edge of a word or between words. */
export function wordEndAt(text: string, offset: number): number {
  return wordInside(text, offset)?.end ?? offset;
}

/** The end of the first word that ends after an offset; null when none follows. */
export function nextWordEnd(text: string, offset: number): number | null {
  for (let from = offset; from < text.length; from += AROUND) {
    const found = wordsAround(text, from).find(({ end }) => end > offset);
    if (found) return found.end;
  }
  return null;
}

/** The start of the last word that begins before an offset; null when there is none. */
export function previousWordStart(text: string, offset: number): number | null {
  for (let from = offset; from > 0; from -= AROUND) {
    const found = wordsAround(text, from).findLast(({ start }) => start < offset);
    if (found) return found.start;
  }
  return null;
}

/** The end of the letter at an offset, with all its marks; null at the end of the text. */
export function nextLetter(text: string, offset: number): number | null {
  if (offset >= text.length) return null;
  const [letter] = LETTERS.segment(text.slice(offset, offset + AROUND));
  return offset + (letter?.segment.length ?? 1);
}

/** The start of the letter before an offset; null at the start of the text. */
export function previousLetter(text: string, offset: number): number | null {
  if (offset <= 0) return null;
  const from = Math.max(0, offset - AROUND);
  const letters = [...LETTERS.segment(text.slice(from, offset))];
  return from + (letters.at(-1)?.index ?? 0);
}

/** A stretch made longer to whole words. @param textOf canonical text of the two pages it begins and ends on. */
export function snapToWords(stretch: Stretch, textOf: (page: number) => string): Stretch {
  const { start, end } = stretch;
  const snapped = {
    start: moved(start, wordStartAt(textOf(start.page), start.offset)),
    end: moved(end, wordEndAt(textOf(end.page), end.offset)),
  };
  return comparePoints(snapped.start, snapped.end) < 0 ? snapped : stretch;
}

function moved({ page }: TextPoint, offset: number): TextPoint {
  return { page, offset };
}

function wordInside(text: string, offset: number): Word | undefined {
  return wordsAround(text, offset).find(({ start, end }) => start < offset && offset < end);
}

function wordsAround(text: string, offset: number): Word[] {
  // Cut at white space, so that no word is taken for two.
  const before = text.slice(0, Math.max(0, offset - AROUND)).search(/\S+$/u);
  const from = before < 0 ? Math.max(0, offset - AROUND) : before;
  const rest = text.slice(offset + AROUND).search(/\s/u);
  const to = rest < 0 ? text.length : offset + AROUND + rest;
  return Array.from(WORDS.segment(text.slice(from, to)))
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ start: from + index, end: from + index + segment.length }));
}
