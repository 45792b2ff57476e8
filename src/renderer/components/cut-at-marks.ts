import type { SearchMark } from '../../shared/domain/search.ts';

export interface TextPart {
  /** UTF-16 units from the start of the text. */
  readonly start: number;
  readonly text: string;
  readonly marked: boolean;
}

/** Cuts a text at its marks. Marks may touch, overlap or reach past the end; no unit is shown twice or lost. */
export function cutAtMarks(text: string, marks: readonly SearchMark[]): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  const add = (end: number, marked: boolean): void => {
    if (end > at) parts.push({ start: at, text: text.slice(at, end), marked });
    at = Math.max(at, end);
  };
  for (const mark of marks.toSorted((a, b) => a.start - b.start)) {
    add(Math.min(mark.start, text.length), false);
    add(Math.min(mark.end, text.length), true);
  }
  add(text.length, false);
  return parts;
}
