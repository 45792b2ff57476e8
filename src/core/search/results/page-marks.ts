/** Finds on a page the words a query matched, by analysing its text again: no offsets need be stored. */
import type { SearchMark } from '../../../shared/domain/search.ts';
import type { WordAnalyser } from '../analysis/analyser.ts';
import { eachWord } from '../analysis/words.ts';

/** What is to be marked in a text. */
export interface MarkPlan {
  /** Terms that are marked wherever they stand. */
  readonly terms: ReadonlySet<string>;
  /** Sequences that are marked as a whole: the terms of each word and its distance from the first. */
  readonly phrases: readonly (readonly { terms: ReadonlySet<string>; offset: number }[])[];
}

export interface PageMark extends SearchMark {
  /** The term, or the phrase's first term: what the mark is one of. */
  readonly term: string;
}

/** Marks in reading order, not overlapping; UTF-16 units of `text`. */
export function findMarks(text: string, analyse: WordAnalyser, plan: MarkPlan): PageMark[] {
  const words: PageMark[] = [];
  eachWord(text, (word, start) => {
    words.push({ term: analyse(word), start, end: start + word.length });
  });
  const marks = words.filter(({ term }) => plan.terms.has(term));
  for (const phrase of plan.phrases) {
    const last = phrase.at(-1)?.offset ?? 0;
    for (const [index, first] of words.entries()) {
      const stands = phrase.every(({ terms, offset }) =>
        terms.has(words[index + offset]?.term ?? ''),
      );
      const end = words[index + last]?.end;
      if (stands && end !== undefined) marks.push({ ...first, end });
    }
  }
  return withoutOverlaps(marks);
}

/** The mark that begins first stays, of two that begin together the longer one. */
function withoutOverlaps(marks: PageMark[]): PageMark[] {
  const sorted = marks.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: PageMark[] = [];
  for (const mark of sorted) if (mark.start >= (kept.at(-1)?.end ?? 0)) kept.push(mark);
  return kept;
}
