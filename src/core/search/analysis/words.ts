/**
 * Cuts text into words. Lunr's own tokenizer knows only spaces and hyphens and its trimmer deletes every letter that
 * is not ASCII; here a word is letters and digits of any script, with apostrophes inside it.
 */
import {
  APOSTROPHE,
  APOSTROPHES,
  classOf,
  INSIDE,
  INSIDES,
  LETTER,
  LETTERS,
  SURROGATE,
} from './char-classes.ts';

/** One word as it stands in the text; offsets are UTF-16 units, end exclusive. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const WORD = new RegExp(`${LETTERS}${INSIDES}*(?:[${APOSTROPHES}]${LETTERS}${INSIDES}*)*`, 'gv');

/** Start and end of each word of the text read last, alternating. */
export class WordBounds {
  places = new Int32Array(1024);
  count = 0;

  start(index: number): number {
    return this.places[index * 2] ?? 0;
  }

  end(index: number): number {
    return this.places[index * 2 + 1] ?? 0;
  }

  /** Finds the words of `text` in reading order. */
  read(text: string): void {
    this.count = 0;
    if (!this.#readByTable(text)) this.#readByPattern(text);
  }

  /** @returns false at a character that the table does not know. */
  #readByTable(text: string): boolean {
    const { length } = text;
    let at = 0;
    while (at < length) {
      const first = classOf(text.charCodeAt(at));
      if (first === SURROGATE) return false;
      if (first !== LETTER) {
        at += 1;
        continue;
      }
      const start = at;
      for (at += 1; at < length; at += 1) {
        const found = classOf(text.charCodeAt(at));
        if (found === LETTER || found === INSIDE) continue;
        if (found === SURROGATE) return false;
        if (found !== APOSTROPHE || at + 1 === length) break;
        const next = classOf(text.charCodeAt(at + 1));
        if (next === SURROGATE) return false;
        if (next !== LETTER) break;
      }
      this.#add(start, at);
    }
    return true;
  }

  #readByPattern(text: string): void {
    this.count = 0;
    for (const { 0: word, index } of text.matchAll(WORD)) this.#add(index, index + word.length);
  }

  #add(start: number, end: number): void {
    const at = this.count * 2;
    if (at === this.places.length) {
      const larger = new Int32Array(at * 2);
      larger.set(this.places);
      this.places = larger;
    }
    this.places[at] = start;
    this.places[at + 1] = end;
    this.count += 1;
  }
}

const bounds = new WordBounds();

export function wordsOf(text: string): Word[] {
  bounds.read(text);
  const { places, count } = bounds;
  return Array.from({ length: count }, (_, index) => {
    const start = places[index * 2] ?? 0;
    const end = places[index * 2 + 1] ?? 0;
    return { text: text.slice(start, end), start, end };
  });
}
