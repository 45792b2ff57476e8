import { describe, expect, it } from 'vitest';
import { BlockWriter, WordCursor } from '../../../src/core/search/index/block.ts';
import { packWord, unpackWord } from '../../../src/core/search/index/pack-word.ts';
import { sortPacked } from '../../../src/core/search/index/sort-packed.ts';
import { SeededRandom } from '../../helpers/invented-words.ts';

const LETTERS = [...Array.from("abzАяўЎґÉß漢0'"), '\u0301', '\u{1F600}', '\uD83D'];

function randomWords(seed: number, count: number): string[] {
  const random = new SeededRandom(seed);
  const word = (): string =>
    Array.from({ length: 1 + random.below(30) }, () => random.pick(LETTERS)).join('');
  return [...new Set(Array.from({ length: count }, word))];
}

describe('packed words', () => {
  it('come back as they were, capitals and other scripts too', () => {
    for (const word of randomWords(1, 2_000)) expect(unpackWord(packWord(word))).toBe(word);
  });

  it('take one byte for a letter of the four languages', () => {
    expect(packWord('бяляцкі')).toHaveLength(7);
    expect(packWord("o'neill")).toHaveLength(7);
  });

  it('are sorted by their bytes', () => {
    const packed = randomWords(2, 3_000).map(packWord);
    packed.push('', packed[5] ?? '');
    const numbers = Int32Array.from(packed, (_, index) => index);
    sortPacked(numbers, (number) => packed[number] ?? '');
    expect(Array.from(numbers, (number) => packed[number])).toEqual([...packed].sort());
  });
});

it('reads back from blocks what was written', () => {
  const words = randomWords(3, 4_000).map(packWord).sort();
  const writer = new BlockWriter();
  words.forEach((word, index) => {
    for (let byte = 0; byte < index % 7; byte += 1) writer.lists.write(byte);
    writer.add(word, index % 7);
  });
  writer.finish();
  expect(writer.blocks.length).toBeGreaterThan(5);
  expect(writer.firstWords).toHaveLength(writer.blocks.length);
  const read: string[] = [];
  for (const [number, { words: bytes, lists }] of writer.blocks.entries()) {
    const cursor = new WordCursor(bytes);
    let size = 0;
    for (let first = true; cursor.next(); first = false) {
      if (first) expect(cursor.word).toBe(writer.firstWords[number]);
      expect(cursor.value).toBe(read.length % 7);
      expect(cursor.compare(cursor.word)).toBe(0);
      read.push(cursor.word);
      size += cursor.value;
    }
    expect(size).toBe(lists.length);
  }
  expect(read).toEqual(words);
});
