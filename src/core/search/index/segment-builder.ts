/** Analyses pages and collects them until they are written as one segment. */
import type { Analysis } from '../analysis/analyser.ts';
import { foldWord } from '../analysis/fold.ts';
import { nameKeys } from '../names/name-key.ts';
import { DEFAULT_GUESS, guessLanguage } from '../analysis/language.ts';
import { eachWord } from '../analysis/words.ts';
import { BODY, NOTE, TITLE } from '../fields.ts';
import { noPlaces, type FieldPlaces, type TermPlaces } from './posting-codec.ts';
import { fingerprint, type PageText } from './page-source.ts';
import type { IndexedPage } from './segment-pages.ts';

/** Short words in capitals are headlines and abbreviations more often than names. */
const SHORTEST_CAPITALS = 6;

function isShortHeadline(spelling: string): boolean {
  return spelling.length < SHORTEST_CAPITALS && spelling === spelling.toUpperCase();
}

export class SegmentBuilder {
  readonly pages: IndexedPage[] = [];
  readonly terms = new Map<string, TermPlaces>();
  /** Folded words whose term is another string, so that patterns match what stands on the page: form to terms. */
  readonly forms = new Map<string, Set<string>>();
  /** Words written with a capital and their terms: spelling to term. */
  readonly #capitalised = new Map<string, string>();
  readonly #inLowerCase = new Set<string>();
  readonly #analysis: Analysis;
  /** Words already seen with a term, to fold each only once. */
  readonly #seen = new Map<string, string>();

  constructor(analysis: Analysis) {
    this.#analysis = analysis;
  }

  add(documentId: number, { page, texts }: PageText): void {
    const local = this.pages.length;
    const ofPage = guessLanguage(texts[BODY] ?? '', DEFAULT_GUESS);
    const lengths = texts.map((text, field) => {
      const guess = field === BODY ? ofPage : guessLanguage(text, ofPage);
      return this.#addField(local, field, text, this.#analysis.analyserFor(guess));
    });
    this.pages.push({
      documentId,
      page,
      guess: ofPage,
      fingerprint: fingerprint(texts[TITLE] ?? '', texts[NOTE] ?? ''),
      lengths,
    });
  }

  /** Words that may be names: they never stand in lower case in these pages. */
  names(): { keys: readonly string[]; term: string; spelling: string }[] {
    return [...this.#capitalised].flatMap(([spelling, term]) => {
      if (this.#inLowerCase.has(foldWord(spelling)) || isShortHeadline(spelling)) return [];
      const keys = nameKeys(spelling);
      return keys.length === 0 ? [] : [{ keys, term, spelling }];
    });
  }

  #addField(local: number, field: number, text: string, analyse: (word: string) => string): number {
    let length = 0;
    eachWord(text, (word, _start, ordinal) => {
      const term = analyse(word);
      if (term === '') return;
      length += 1;
      this.#noteForm(word, term);
      const places = this.#placesOf(term, field);
      const last = places.locals.length - 1;
      if (places.locals[last] === local) places.counts[last] = (places.counts[last] ?? 0) + 1;
      else {
        places.locals.push(local);
        places.counts.push(1);
      }
      places.ordinals.push(ordinal);
    });
    return length;
  }

  #placesOf(term: string, field: number): FieldPlaces {
    let places = this.terms.get(term);
    if (places === undefined) this.terms.set(term, (places = noPlaces()));
    return (places[field] ??= { locals: [], counts: [], ordinals: [] });
  }

  #noteForm(word: string, term: string): void {
    if (this.#seen.get(word) === term) return;
    this.#seen.set(word, term);
    const form = foldWord(word);
    if (word.charAt(0) === word.charAt(0).toLowerCase()) this.#inLowerCase.add(form);
    else this.#capitalised.set(word, term);
    if (form === term) return;
    const terms = this.forms.get(form);
    if (terms === undefined) this.forms.set(form, new Set([term]));
    else terms.add(term);
  }
}
