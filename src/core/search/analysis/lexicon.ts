/**
 * Gives every different word of the texts a number, so that what the analysis says of a word is worked out once. It
 * works on the units of the text without making strings of words: indexing meets each word some hundred times.
 */
import { packWord } from '../index/pack-word.ts';
import { nameKeys } from '../names/name-key.ts';
import { STEMMING_COUNT, termOf } from './analyser.ts';
import { foldWord } from './fold.ts';
import { WordBounds } from './words.ts';

/** Longest form that is kept whole, in UTF-16 units. */
const LONGEST_FORM = 1_000;
/** About 30 MB; the vocabulary of some 10,000 pages. */
const MOST_WORDS = 200_000;
const FIRST_WORDS = 4_096;

/** What `termAt` answers for a word that is not indexed. */
export const NO_TERM = -1;
const UNKNOWN = 0;

export class Lexicon {
  readonly #bounds = new WordBounds();
  /** Numbers of the words of the text read last, in reading order. */
  ids = new Int32Array(1024);
  /** Word number plus one by hash; 0 where nothing stands. Twice as long as there can be words. */
  #table = new Int32Array(FIRST_WORDS * 2);
  #hashes = new Int32Array(FIRST_WORDS);
  /** Where the units of each word begin in `#units`; they end where those of the next begin. */
  #starts = new Int32Array(FIRST_WORDS + 1);
  #units = new Uint16Array(FIRST_WORDS * 8);
  #words = 0;
  /** Per word and stemming: number of the spelling plus one, or NO_TERM. */
  #terms = new Int32Array(FIRST_WORDS * STEMMING_COUNT);
  /** Per word: number of the spelling of its folded form plus one. */
  #forms = new Int32Array(FIRST_WORDS);
  readonly #nameKeys = new Map<number, readonly string[]>();
  /** Packed terms and forms by number. */
  readonly #spellings: string[] = [];
  readonly #numbers = new Map<string, number>();

  get isFull(): boolean {
    return this.#words >= MOST_WORDS;
  }

  /** Numbers below this are taken. */
  get wordCount(): number {
    return this.#words;
  }

  get spellingCount(): number {
    return this.#spellings.length;
  }

  /** Fills `ids`; @returns the number of words in the text. */
  read(text: string): number {
    this.#bounds.read(text);
    const { count, places } = this.#bounds;
    if (count > this.ids.length) this.ids = new Int32Array(count * 2);
    for (let index = 0; index < count; index += 1) {
      this.ids[index] = this.wordAt(text, places[index * 2] ?? 0, places[index * 2 + 1] ?? 0);
    }
    return count;
  }

  /** The number of the spelling of the term of a word, or NO_TERM. */
  termAt(word: number, stemming: number): number {
    const known = this.#terms[word * STEMMING_COUNT + stemming] ?? UNKNOWN;
    if (known > UNKNOWN) return known - 1;
    return known === NO_TERM ? NO_TERM : this.#findTerm(word, stemming);
  }

  /** The number of the spelling of the folded form of a word. */
  formOf(word: number): number {
    const known = this.#forms[word] ?? UNKNOWN;
    return known === UNKNOWN ? this.#findForm(word) : known - 1;
  }

  /** A packed term or form. */
  spelling(number: number): string {
    return this.#spellings[number] ?? '';
  }

  /** The number of a packed term or form. */
  numberOf(packed: string): number {
    let number = this.#numbers.get(packed);
    if (number === undefined) {
      number = this.#spellings.push(packed) - 1;
      this.#numbers.set(packed, number);
    }
    return number;
  }

  /** A word as it stands in the text. */
  wordText(word: number): string {
    const units = this.#units.subarray(this.#starts[word], this.#starts[word + 1]);
    return Buffer.from(units.buffer, units.byteOffset, units.byteLength).toString('utf16le');
  }

  wordLength(word: number): number {
    return (this.#starts[word + 1] ?? 0) - (this.#starts[word] ?? 0);
  }

  isCapitalised(word: number): boolean {
    const first = String.fromCharCode(this.#units[this.#starts[word] ?? 0] ?? 0);
    return first !== first.toLowerCase();
  }

  nameKeysOf(word: number): readonly string[] {
    let keys = this.#nameKeys.get(word);
    if (keys === undefined) this.#nameKeys.set(word, (keys = nameKeys(this.wordText(word))));
    return keys;
  }

  /** The number of the word that stands in the text from `start` to `end`. */
  wordAt(text: string, start: number, end: number): number {
    let hash = 0x811c9dc5;
    for (let at = start; at < end; at += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    }
    hash ^= hash >>> 15;
    const mask = this.#table.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const word = (this.#table[slot] ?? 0) - 1;
      if (word < 0) return this.#add(text, start, end, hash, slot);
      if (this.#hashes[word] === hash && this.#isWord(word, text, start, end)) return word;
    }
  }

  #isWord(word: number, text: string, start: number, end: number): boolean {
    const from = this.#starts[word] ?? 0;
    const length = end - start;
    if ((this.#starts[word + 1] ?? 0) - from !== length) return false;
    for (let i = 0; i < length; i += 1) {
      if (this.#units[from + i] !== text.charCodeAt(start + i)) return false;
    }
    return true;
  }

  #add(text: string, start: number, end: number, hash: number, slot: number): number {
    const word = this.#words++;
    let to = this.#starts[word] ?? 0;
    if (to + end - start > this.#units.length) {
      this.#units = grown(this.#units, new Uint16Array((to + end - start) * 2));
    }
    for (let at = start; at < end; at += 1) this.#units[to++] = text.charCodeAt(at);
    this.#starts[word + 1] = to;
    this.#hashes[word] = hash;
    this.#table[slot] = word + 1;
    if (this.#words === this.#hashes.length) this.#grow();
    return word;
  }

  #grow(): void {
    const size = this.#hashes.length * 2;
    this.#hashes = grown(this.#hashes, new Int32Array(size));
    this.#starts = grown(this.#starts, new Int32Array(size + 1));
    this.#forms = grown(this.#forms, new Int32Array(size));
    this.#terms = grown(this.#terms, new Int32Array(size * STEMMING_COUNT));
    this.#table = new Int32Array(size * 2);
    const mask = this.#table.length - 1;
    for (let word = 0; word < this.#words; word += 1) {
      let slot = (this.#hashes[word] ?? 0) & mask;
      while (this.#table[slot] !== 0) slot = (slot + 1) & mask;
      this.#table[slot] = word + 1;
    }
  }

  #findTerm(word: number, stemming: number): number {
    const term = termOf(foldWord(this.wordText(word)), stemming);
    const number = term === '' ? NO_TERM : this.numberOf(packWord(term));
    this.#terms[word * STEMMING_COUNT + stemming] = number === NO_TERM ? NO_TERM : number + 1;
    return number;
  }

  #findForm(word: number): number {
    const form = foldWord(this.wordText(word)).slice(0, LONGEST_FORM);
    const number = this.numberOf(packWord(form));
    this.#forms[word] = number + 1;
    return number;
  }
}

function grown<List extends Int32Array | Uint16Array>(list: List, larger: List): List {
  larger.set(list);
  return larger;
}
