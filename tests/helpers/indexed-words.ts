/** Every word that stands anywhere in the rows of the search index, dropped and unfinished segments included. */
import type { LibraryDatabase } from '../../src/core/library/connection.ts';
import { WordCursor } from '../../src/core/search/index/block.ts';
import { firstBlock, decodeDirectory } from '../../src/core/search/index/segment-directory.ts';
import { readNames } from '../../src/core/search/index/dictionary-codec.ts';
import { unpackWord } from '../../src/core/search/index/pack-word.ts';
import { blockId } from '../../src/core/search/index/segment-store.ts';

export interface IndexedWords {
  readonly terms: readonly string[];
  readonly forms: readonly string[];
  readonly names: readonly string[];
}

interface BlockRow {
  readonly id: number;
  readonly words: Buffer;
  readonly lists: Buffer;
}

export function indexedWords(database: LibraryDatabase): IndexedWords {
  const found = { terms: new Set<string>(), forms: new Set<string>(), names: new Set<string>() };
  const segments = database
    .prepare<[], { id: number; directory: Buffer }>('SELECT id, directory FROM search_segment')
    .all();
  let known = 0;
  for (const { id, directory: bytes } of segments) {
    const directory = decodeDirectory(bytes);
    const rows = database
      .prepare<unknown[], BlockRow>('SELECT * FROM search_block WHERE id >= ? AND id < ?')
      .all(blockId(id, 0), blockId(id + 1, 0));
    known += rows.length;
    for (const row of rows) {
      const number = row.id - blockId(id, 0);
      const part =
        number < firstBlock(directory, 'forms')
          ? 'terms'
          : number < firstBlock(directory, 'names')
            ? 'forms'
            : 'names';
      const cursor = new WordCursor(row.words);
      for (let offset = 0; cursor.next(); offset += cursor.value) {
        if (part !== 'names') found[part].add(unpackWord(cursor.word));
        else {
          const names = readNames(row.lists, offset, cursor.value);
          for (const { spelling } of names) found.names.add(unpackWord(spelling));
        }
      }
    }
  }
  const all = database.prepare<[], number>('SELECT count(*) FROM search_block').pluck().get();
  if (all !== known) throw new Error('A block belongs to no segment');
  return {
    terms: [...found.terms].sort(),
    forms: [...found.forms].sort(),
    names: [...found.names].sort(),
  };
}
