/** The same documents into an encrypted library and into plain SQLite, one after the other: original, rows and index. */
import { createHash } from 'node:crypto';
import { CHUNK_BYTES } from '../../src/core/library/originals.ts';
import { InventedWords } from '../../tests/helpers/invented-words.ts';
import { storeDocument } from '../../tests/helpers/stored-document.ts';
import {
  compare,
  inTurn,
  noTimings,
  time,
  type Comparison,
  type Side,
  type SideName,
} from './sides.ts';

const PAGES_OF_A_DOCUMENT = 50;
const WORDS_OF_A_PAGE = 380;
/** A megabyte, as a PDF of so many pages of text has. */
const CHUNKS_OF_AN_ORIGINAL = 4;
/** Documents that are not counted: the first run of a function is slow. */
const WARM_UP = 2;

export interface ImportComparison {
  /** A document as a whole; its parts below. */
  readonly document: Comparison;
  readonly original: Comparison;
  readonly rows: Comparison;
  readonly index: Comparison;
}

export function compareImport(
  sides: Record<SideName, Side>,
  seed: number,
  pages: number,
): ImportComparison {
  const timings = {
    document: noTimings(),
    original: noTimings(),
    rows: noTimings(),
    index: noTimings(),
  };
  const words = new InventedWords(seed, 4_000 + pages);
  const documents = Math.ceil(pages / PAGES_OF_A_DOCUMENT);
  for (let turn = -WARM_UP; turn < documents; turn += 1) {
    const language = words.language();
    const texts = Array.from({ length: PAGES_OF_A_DOCUMENT }, () =>
      words.text(language, WORDS_OF_A_PAGE),
    );
    const bytes = randomBytes(words);
    for (const name of inTurn(turn)) {
      const took = addDocument(sides[name], `Report ${turn}`, texts, bytes);
      if (turn < 0) continue;
      timings.original[name].push(took.original);
      timings.rows[name].push(took.rows);
      timings.index[name].push(took.index);
      timings.document[name].push(took.original + took.rows + took.index);
    }
  }
  for (const { index } of Object.values(sides)) while (index.maintain(1_000));
  return {
    document: compare(timings.document),
    original: compare(timings.original),
    rows: compare(timings.rows),
    index: compare(timings.index),
  };
}

/** In three transactions, to tell what each costs; the program has the rows and the index in one. */
function addDocument(
  { database, originals, index }: Side,
  title: string,
  texts: readonly string[],
  bytes: Buffer,
): Record<'original' | 'rows' | 'index', number> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  let id = 0;
  return {
    original: time(() => {
      const writer = originals.write(sha256, bytes.length);
      for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
        writer.append(bytes.subarray(at, at + CHUNK_BYTES));
      }
      writer.finish();
    }),
    rows: time(() => {
      id = database.transaction(() => storeDocument(database, title, texts))();
    }),
    index: time(() => database.transaction(() => index.addDocument(id))()),
  };
}

function randomBytes({ random }: InventedWords): Buffer {
  const bytes = Buffer.alloc(CHUNK_BYTES * CHUNKS_OF_AN_ORIGINAL);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = random.below(256);
  return bytes;
}
