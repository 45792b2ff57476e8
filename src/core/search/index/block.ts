/**
 * Sorted words in blocks of a few kilobytes, each one row of the database. `words` has, for each word: how many bytes it
 * has in common with the word before, how many follow (four bits each, 15 and more as an integer after them), those bytes,
 * and a value. `lists` has what belongs to the words, in their order; the values tell how long each is.
 */
import { isInsideLetter } from './pack-word.ts';
import { ByteWriter } from './varint.ts';

/**
 * Bytes of a full block: with them a row takes three pages of an encrypted database and the least part of a fourth
 * (a page of 4,096 bytes keeps 4,012 of an overflowing row, and 479 of it at home), so that nearly nothing stays empty.
 */
const BLOCK_BYTES = 3 * 4_012 + 479;
/** Of an entry and of the row's own header. */
const SPARE_BYTES = 32;
const NIBBLE = 15;

export interface Block {
  readonly words: Buffer;
  readonly lists: Buffer;
}

export class BlockWriter {
  readonly blocks: Block[] = [];
  /** First word of each block, packed. */
  readonly firstWords: string[] = [];
  /** To be filled with the list of the word that is added next. */
  readonly lists = new ByteWriter();
  readonly #words = new ByteWriter();
  #previous = '';

  /** @param word packed, greater than the one before. */
  add(word: string, value: number): void {
    if (this.#words.length === 0) {
      this.firstWords.push(word);
      this.#previous = '';
    }
    const shared = commonLength(this.#previous, word);
    const rest = word.length - shared;
    this.#words.writeByte((Math.min(shared, NIBBLE) << 4) | Math.min(rest, NIBBLE));
    if (shared >= NIBBLE) this.#words.write(shared - NIBBLE);
    if (rest >= NIBBLE) this.#words.write(rest - NIBBLE);
    this.#words.writePacked(word, shared);
    this.#words.write(value);
    this.#previous = word;
    if (this.#words.length + this.lists.length >= BLOCK_BYTES - SPARE_BYTES) this.finish();
  }

  /** Closes the block under way; to be called after the last word. */
  finish(): void {
    if (this.#words.length === 0) return;
    this.blocks.push({ words: this.#words.take(), lists: this.lists.take() });
  }
}

/** Bytes two packed words have in common at their start; a character of three bytes is not divided. */
export function commonLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  while (length > 0 && isInsideLetter(b.charCodeAt(length))) length -= 1;
  return length;
}

/** Reads the words of a block one after the other; can only go forward. */
export class WordCursor {
  /** The bytes of the current word; only the first `length` count. */
  bytes = Buffer.alloc(64);
  length = 0;
  /** Bytes the current word has in common with the one before. */
  shared = 0;
  value = 0;
  readonly #words: Uint8Array;
  #at = 0;

  constructor(words: Uint8Array) {
    this.#words = words;
  }

  /** @returns false after the last word. */
  next(): boolean {
    if (this.#at >= this.#words.length) return false;
    const head = this.#words[this.#at++] ?? 0;
    let shared = head >> 4;
    let rest = head & NIBBLE;
    if (shared === NIBBLE) shared += this.#read();
    if (rest === NIBBLE) rest += this.#read();
    this.shared = shared;
    this.length = shared + rest;
    if (this.length > this.bytes.length) this.#grow();
    for (let at = shared; at < this.length; at += 1) this.bytes[at] = this.#words[this.#at++] ?? 0;
    this.value = this.#read();
    return true;
  }

  /** The current word, packed. */
  get word(): string {
    return this.bytes.toString('latin1', 0, this.length);
  }

  /** Negative when the current word stands before `packed`. */
  compare(packed: string): number {
    const most = Math.min(this.length, packed.length);
    for (let at = 0; at < most; at += 1) {
      const difference = (this.bytes[at] ?? 0) - packed.charCodeAt(at);
      if (difference !== 0) return difference;
    }
    return this.length - packed.length;
  }

  #read(): number {
    let byte = this.#words[this.#at++] ?? 0;
    let value = byte & 127;
    for (let scale = 128; byte > 127; scale *= 128) {
      byte = this.#words[this.#at++] ?? 0;
      value += (byte & 127) * scale;
    }
    return value;
  }

  #grow(): void {
    const larger = Buffer.alloc(this.length * 2);
    larger.set(this.bytes);
    this.bytes = larger;
  }
}
