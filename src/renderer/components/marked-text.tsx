import type { SearchMark } from '../../shared/domain/search.ts';
import { cutAtMarks } from './cut-at-marks.ts';

/** Text with its search marks outlined. */
export function MarkedText({ text, marks }: { text: string; marks: readonly SearchMark[] }) {
  return cutAtMarks(text, marks).map((part) =>
    part.marked ? <mark key={part.start}>{part.text}</mark> : part.text,
  );
}
