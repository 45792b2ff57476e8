/** Reads blocks of the index from the database, and remembers those of the last queries. */
import type { LibraryDatabase } from '../../library/connection.ts';
import { WordCursor, type Block } from './block.ts';
import type { Segment } from './index-view.ts';
import { prepared } from './prepared.ts';
import { blockAt, firstBlock, type DictionaryPart } from './segment-directory.ts';
import { blockId } from './segment-store.ts';

/** A word in a block, with what belongs to it. */
export interface FoundWord {
  readonly word: string;
  readonly value: number;
  readonly lists: Uint8Array;
  /** Where its list begins in `lists`. */
  readonly offset: number;
}

const EMPTY: Block = { words: Buffer.of(), lists: Buffer.of() };
/** Of blocks kept in memory. */
const CACHE_BYTES = 8 * 1024 * 1024;

interface KnownBlock {
  /** Of the segment: ids are given again. */
  readonly token: number;
  readonly block: Block;
}

export class BlockReader {
  readonly #database: LibraryDatabase;
  /** By id, least recently used first. */
  readonly #known = new Map<number, KnownBlock>();
  #knownBytes = 0;

  constructor(database: LibraryDatabase) {
    this.#database = database;
  }

  /**
   * Looks words up in one part of a segment's dictionary.
   * @param words packed, ascending: then a block is read once for all its words.
   */
  lookUp(segment: Segment, part: DictionaryPart, words: readonly string[]): FoundWord[] {
    const firstWords = segment.directory[part];
    const found: FoundWord[] = [];
    let open = -1;
    let block = EMPTY;
    let cursor = new WordCursor(block.words);
    let offset = 0;
    let isAtWord = false;
    for (const word of words) {
      const number = blockAt(firstWords, word);
      if (number < 0) continue;
      if (number !== open) {
        block = this.read(segment, part, number);
        cursor = new WordCursor(block.words);
        open = number;
        offset = 0;
        isAtWord = cursor.next();
      }
      while (isAtWord && cursor.compare(word) < 0) {
        offset += cursor.value;
        isAtWord = cursor.next();
      }
      if (isAtWord && cursor.compare(word) === 0) {
        found.push({ word, value: cursor.value, lists: block.lists, offset });
      }
    }
    return found;
  }

  read(segment: Segment, part: DictionaryPart, number: number): Block {
    const id = blockId(segment.id, firstBlock(segment.directory, part) + number);
    const known = this.#known.get(id);
    if (known?.token === segment.token) {
      this.#known.delete(id);
      this.#known.set(id, known);
      return known.block;
    }
    const select = prepared<Block>(
      this.#database,
      'SELECT words, lists FROM search_block WHERE id = ?',
    );
    const block = select.get(id) ?? EMPTY;
    this.#remember(id, { token: segment.token, block });
    return block;
  }

  /** The words alone: for scans through whole dictionaries, which would push all else out of memory. */
  readWords(segment: Segment, part: DictionaryPart, number: number): Uint8Array {
    const id = blockId(segment.id, firstBlock(segment.directory, part) + number);
    const select = prepared<Buffer>(this.#database, 'SELECT words FROM search_block WHERE id = ?');
    return select.pluck().get(id) ?? EMPTY.words;
  }

  #remember(id: number, known: KnownBlock): void {
    this.#forget(id);
    this.#known.set(id, known);
    this.#knownBytes += sizeOf(known);
    for (const oldest of this.#known.keys()) {
      if (this.#knownBytes <= CACHE_BYTES) return;
      this.#forget(oldest);
    }
  }

  #forget(id: number): void {
    const known = this.#known.get(id);
    if (known === undefined) return;
    this.#known.delete(id);
    this.#knownBytes -= sizeOf(known);
  }
}

function sizeOf({ block }: KnownBlock): number {
  return block.words.length + block.lists.length;
}
