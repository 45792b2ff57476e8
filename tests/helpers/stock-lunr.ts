/** A plain Lunr index of the same pages with the same analysis: what our scores are compared with. */
import lunr from 'lunr';
import { queryTerms, stemmingOf, termOf } from '../../src/core/search/analysis/analyser.ts';
import { foldWord } from '../../src/core/search/analysis/fold.ts';
import { DEFAULT_GUESS, guessLanguage } from '../../src/core/search/analysis/language.ts';
import { wordsOf } from '../../src/core/search/analysis/words.ts';
import { BODY, FIELDS } from '../../src/core/search/fields.ts';

export interface StockPage {
  readonly ref: string;
  /** In the order of FIELDS. */
  readonly texts: readonly string[];
}

interface StockIndex {
  search(query: string): { ref: string; score: number }[];
}

/** Lunr wants a new name for every registered function. */
let built = 0;

/** Terms by stemming and word: stemming a million words takes most of the time otherwise. */
const known = new Map<string, string>();

function remembered(word: string, stemming: number): string {
  const key = `${stemming}${word}`;
  let term = known.get(key);
  if (term === undefined) known.set(key, (term = termOf(foldWord(word), stemming)));
  return term;
}

export function buildStockLunr(pages: readonly StockPage[]): StockIndex {
  built += 1;
  let stemming = stemmingOf(DEFAULT_GUESS);
  const builder = new lunr.Builder();
  builder.ref('ref');
  FIELDS.forEach((field) => builder.field(field, { boost: field === 'title' ? 2 : 1 }));
  // Lunr calls the tokenizer once per field: the place to choose the stemmer by language.
  let ofPage = DEFAULT_GUESS;
  builder.tokenizer = ((field: { text: string; isBody: boolean }) => {
    const guess = field.isBody ? ofPage : guessLanguage(field.text, ofPage);
    stemming = stemmingOf(guess);
    return wordsOf(field.text).map(({ text }) => new lunr.Token(text, {}));
  }) as unknown as typeof lunr.tokenizer;
  const pipelineFunction = (token: lunr.Token): lunr.Token | null => {
    const term = remembered(token.toString(), stemming);
    return term === '' ? null : token.update(() => term);
  };
  lunr.Pipeline.registerFunction(pipelineFunction, `stock-index-${built}`);
  builder.pipeline.add(pipelineFunction);
  let requires = false;
  const searchFunction = (token: lunr.Token): lunr.Token[] => {
    const terms = queryTerms(token.toString());
    // Stock Lunr finds nothing for `+word` when one of several terms of it is unknown.
    const known = terms.filter((term) => term in builder.invertedIndex);
    const wanted = requires && known.length > 0 ? known : terms;
    return wanted.map((term) => token.clone(() => term));
  };
  lunr.Pipeline.registerFunction(searchFunction, `stock-search-${built}`);
  builder.searchPipeline.add(searchFunction);
  for (const { ref, texts } of pages) {
    ofPage = guessLanguage(texts[BODY] ?? '');
    const fields = FIELDS.map((field, f) => [field, { text: texts[f] ?? '', isBody: f === BODY }]);
    builder.add({ ref, ...Object.fromEntries(fields) } as object);
  }
  const index = builder.build();
  return {
    search(query) {
      requires = query.includes('+');
      return index.search(query);
    },
  };
}
