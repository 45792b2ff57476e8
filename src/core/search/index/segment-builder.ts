/** Analyses pages and collects them until they are written as one segment. */
import type { Analysis } from '../analysis/analysis.ts';
import { stemmingOf, STEMMING_COUNT } from '../analysis/analyser.ts';
import { DEFAULT_GUESS, guessLanguage } from '../analysis/language.ts';
import { NO_TERM, type Lexicon } from '../analysis/lexicon.ts';
import { BODY, FIELDS, NOTE, TITLE } from '../fields.ts';
import { BlockWriter, type Block } from './block.ts';
import { writeFormTerms, writeNames } from './dictionary-codec.ts';
import { FoundForms } from './found-forms.ts';
import { fingerprint, type PageText } from './page-source.ts';
import { PlaceLog } from './place-log.ts';
import { writeList } from './posting-codec.ts';
import type { Directory } from './segment-directory.ts';
import type { IndexedPage } from './segment-pages.ts';
import { sortPacked } from './sort-packed.ts';

/** Words encoded between two pauses. */
const WORDS_OF_A_SLICE = 2_000;

/** Of one segment: to build it anew takes about a second. A hundred thousand pages are 25 segments. */
export const MOST_PAGES = 4_096;
const MOST_WORDS = 2_000_000;

/** A segment as it is stored. */
export interface EncodedSegment {
  readonly pages: readonly IndexedPage[];
  readonly blocks: readonly Block[];
  readonly directory: Directory;
}

export class SegmentBuilder {
  readonly #pages: IndexedPage[] = [];
  readonly #lexicon: Lexicon;
  readonly #logs = FIELDS.map(() => new PlaceLog());
  readonly #forms: FoundForms;
  /** Per word: document and stemming it was seen with last, so that its form is noted once for each. */
  #seen = new Int32Array(1024);
  #document = 0;
  /** Most pages have the title of the page before and no note. */
  #lastFingerprint = { title: '', note: '', value: fingerprint('', '') };
  #words = 0;

  constructor(analysis: Analysis) {
    this.#lexicon = analysis.lexicon;
    this.#forms = new FoundForms(this.#lexicon);
  }

  get size(): number {
    return this.#pages.length;
  }

  /** No more pages should be added: a segment is small enough to be built anew when a word of it must go. */
  get isFull(): boolean {
    return this.#pages.length >= MOST_PAGES || this.#words >= MOST_WORDS;
  }

  /** Pages of one document come one after the other; then comes `endDocument`. */
  add(documentId: number, { page, texts }: PageText): void {
    const local = this.#pages.length;
    const ofPage = guessLanguage(texts[BODY] ?? '', DEFAULT_GUESS);
    const lengths = texts.map((text, field) => {
      const guess = field === BODY ? ofPage : guessLanguage(text, ofPage);
      return this.#addField(field, text, stemmingOf(guess));
    });
    this.#pages[local] = {
      documentId,
      page,
      guess: ofPage,
      fingerprint: this.#fingerprint(texts[TITLE] ?? '', texts[NOTE] ?? ''),
      lengths,
    };
  }

  endDocument(): void {
    this.#forms.endDocument();
    this.#document += 1;
  }

  /** Pauses every few milliseconds. */
  *encode(): Generator<void, EncodedSegment> {
    const terms = new BlockWriter();
    yield* this.#encodeTerms(terms);
    const forms = new BlockWriter();
    yield* this.#encodeForms(forms);
    const names = new BlockWriter();
    this.#encodeNames(names);
    return {
      pages: this.#pages,
      blocks: [...terms.blocks, ...forms.blocks, ...names.blocks],
      directory: { terms: terms.firstWords, forms: forms.firstWords, names: names.firstWords },
    };
  }

  /** @returns the number of indexed words. */
  #addField(field: number, text: string, stemming: number): number {
    const lexicon = this.#lexicon;
    const log = this.#logs[field];
    if (log === undefined) return 0;
    const count = lexicon.read(text);
    if (lexicon.wordCount > this.#seen.length) this.#growSeen();
    const { ids } = lexicon;
    const mark = this.#document * STEMMING_COUNT + stemming + 1;
    for (let ordinal = 0; ordinal < count; ordinal += 1) {
      const word = ids[ordinal] ?? 0;
      const term = lexicon.termAt(word, stemming);
      if (term === NO_TERM) continue;
      log.add(term, ordinal);
      if (this.#seen[word] === mark) continue;
      this.#seen[word] = mark;
      this.#forms.add(word, term);
    }
    const length = log.endPage();
    this.#words += length;
    return length;
  }

  #fingerprint(title: string, note: string): number {
    const last = this.#lastFingerprint;
    if (last.title !== title || last.note !== note) {
      this.#lastFingerprint = { title, note, value: fingerprint(title, note) };
    }
    return this.#lastFingerprint.value;
  }

  #growSeen(): void {
    const larger = new Int32Array(this.#lexicon.wordCount * 2);
    larger.set(this.#seen);
    this.#seen = larger;
  }

  *#encodeTerms(writer: BlockWriter): Generator<void> {
    const count = this.#lexicon.spellingCount;
    const fields = this.#logs.map((log) => log.sorted(count));
    yield;
    const numbers = new Int32Array(count);
    let found = 0;
    for (let term = 0; term < count; term += 1) {
      if (fields.some(({ starts }) => starts[term] !== starts[term + 1])) numbers[found++] = term;
    }
    const sorted = this.#sorted(numbers.subarray(0, found));
    yield;
    for (const [index, term] of sorted.entries()) {
      const runs = fields.map(({ starts, locals, ordinals }) => ({
        locals,
        ordinals,
        from: starts[term] ?? 0,
        to: starts[term + 1] ?? 0,
      }));
      const before = writer.lists.length;
      writeList(writer.lists, runs);
      writer.add(this.#lexicon.spelling(term), writer.lists.length - before);
      if (index % WORDS_OF_A_SLICE === 0) yield;
    }
    writer.finish();
  }

  *#encodeForms(writer: BlockWriter): Generator<void> {
    const sorted = this.#sorted(this.#forms.forms());
    yield;
    for (const [index, number] of sorted.entries()) {
      const form = this.#lexicon.spelling(number);
      writer.add(form, writeFormTerms(writer.lists, form, this.#forms.termsOf(number)));
      if (index % WORDS_OF_A_SLICE === 0) yield;
    }
    writer.finish();
  }

  #encodeNames(writer: BlockWriter): void {
    const names = this.#forms.names();
    for (const key of [...names.keys()].sort()) {
      writer.add(key, writeNames(writer.lists, names.get(key) ?? []));
    }
    writer.finish();
  }

  #sorted(numbers: Int32Array): Int32Array {
    sortPacked(numbers, (number) => this.#lexicon.spelling(number));
    return numbers;
  }
}
