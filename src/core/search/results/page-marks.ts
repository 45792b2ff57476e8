/** Finds on a page the words a query matched, by analysing its text again: no offsets need be stored. */
import type { SearchMark } from '../../../shared/domain/search.ts';
import { NO_TERM, type Lexicon } from '../analysis/lexicon.ts';
import { WordBounds } from '../analysis/words.ts';
import { WordBeginnings } from './word-beginnings.ts';

/** What is to be marked in a text; terms are packed. */
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

interface NumberedPhraseWord {
  readonly terms: ReadonlySet<number>;
  readonly offset: number;
}

/** Finds the marks of one plan on several pages. */
export class MarkFinder {
  readonly #lexicon: Lexicon;
  readonly #terms: ReadonlySet<number>;
  readonly #phrases: readonly (readonly NumberedPhraseWord[])[];
  readonly #beginnings: WordBeginnings;
  readonly #bounds = new WordBounds();

  constructor(lexicon: Lexicon, plan: MarkPlan) {
    const numbersOf = (terms: ReadonlySet<string>): Set<number> =>
      new Set(Array.from(terms, (term) => lexicon.numberOf(term)));
    this.#lexicon = lexicon;
    const ofPhrases = plan.phrases.flatMap((words) => words.flatMap(({ terms }) => [...terms]));
    this.#beginnings = new WordBeginnings([...plan.terms, ...ofPhrases]);
    this.#terms = numbersOf(plan.terms);
    this.#phrases = plan.phrases.map((words) =>
      words.map(({ terms, offset }) => ({ terms: numbersOf(terms), offset })),
    );
  }

  /**
   * @param stemming of the text.
   * @returns marks in reading order, not overlapping; UTF-16 units of `text`.
   */
  marks(text: string, stemming: number): PageMark[] {
    const bounds = this.#bounds;
    bounds.read(text);
    const terms = this.#termsOf(text, stemming);
    const marks: PageMark[] = [];
    for (let index = 0; index < terms.length; index += 1) {
      const number = terms[index] ?? NO_TERM;
      if (number === NO_TERM) continue;
      const term = this.#lexicon.spelling(number);
      const start = bounds.start(index);
      if (this.#terms.has(number)) marks.push({ term, start, end: bounds.end(index) });
      for (const phrase of this.#phrases) {
        const last = index + (phrase.at(-1)?.offset ?? 0);
        if (last >= terms.length || !standsAt(phrase, terms, index)) continue;
        marks.push({ term, start, end: bounds.end(last) });
      }
    }
    return withoutOverlaps(marks);
  }

  /** Per word: its term, or NO_TERM where it cannot be one that is looked for. */
  #termsOf(text: string, stemming: number): Int32Array {
    const bounds = this.#bounds;
    const terms = new Int32Array(bounds.count).fill(NO_TERM);
    for (let index = 0; index < bounds.count; index += 1) {
      const start = bounds.start(index);
      if (!this.#beginnings.mayBegin(text, start)) continue;
      const word = this.#lexicon.wordAt(text, start, bounds.end(index));
      terms[index] = this.#lexicon.termAt(word, stemming);
    }
    return terms;
  }
}

function standsAt(
  phrase: readonly NumberedPhraseWord[],
  terms: Int32Array,
  index: number,
): boolean {
  return phrase.every((word) => word.terms.has(terms[index + word.offset] ?? NO_TERM));
}

/** The mark that begins first stays, of two that begin together the longer one. */
function withoutOverlaps(marks: PageMark[]): PageMark[] {
  const sorted = marks.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: PageMark[] = [];
  for (const mark of sorted) if (mark.start >= (kept.at(-1)?.end ?? 0)) kept.push(mark);
  return kept;
}
