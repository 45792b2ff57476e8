/** What the index can know of texts that are taken away. */
import type { Analysis } from '../analysis/analyser.ts';
import { foldWord } from '../analysis/fold.ts';
import { eachWord } from '../analysis/words.ts';

export interface RemovedWords {
  /** Every term a word of them can have been indexed under, the language being unknown. */
  readonly terms: ReadonlySet<string>;
  readonly forms: ReadonlySet<string>;
  /** Words as they were written, where they may have been taken for names. */
  readonly spellings: ReadonlySet<string>;
}

/** @param left texts that took their place: words in them still stand there. */
export function removedWords(
  texts: Iterable<string>,
  left: Iterable<string>,
  analysis: Analysis,
): RemovedWords {
  const terms = new Set<string>();
  const forms = new Set<string>();
  const spellings = new Set<string>();
  const seen = new Set<string>();
  for (const text of left) eachWord(text, (word) => seen.add(word));
  for (const text of texts) {
    eachWord(text, (word) => {
      if (seen.has(word)) return;
      seen.add(word);
      forms.add(foldWord(word));
      for (const term of analysis.queryTerms(word)) terms.add(term);
      if (isCapitalised(word)) spellings.add(word);
    });
  }
  return { terms, forms, spellings };
}

/** The same test as when pages are indexed. */
export function isCapitalised(word: string): boolean {
  return word.charAt(0) !== word.charAt(0).toLowerCase();
}
