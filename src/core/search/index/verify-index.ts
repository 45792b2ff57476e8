/** Compares the index with the text, by adding up what every page should have in it and what it has. */
import type { LibraryDatabase } from '../../library/connection.ts';
import { stemmingOf } from '../analysis/analyser.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { guessLanguage } from '../analysis/language.ts';
import { NO_TERM } from '../analysis/lexicon.ts';
import { BODY } from '../fields.ts';
import { BlockReader } from './block-reader.ts';
import { WordCursor } from './block.ts';
import type { IndexView, Segment } from './index-view.ts';
import { readPages } from './page-source.ts';
import { eachPlace } from './posting-codec.ts';
import { prepared } from './prepared.ts';

/**
 * Reads all texts and all postings.
 * @returns the number of pages with text rows, and of pages that are missing, doubled, not to be there, or indexed
 *   with other words than they have.
 */
export function verifyIndex(
  database: LibraryDatabase,
  analysis: Analysis,
  view: IndexView,
): { pages: number; problems: number } {
  const indexed = new Float64Array(view.slots);
  const blocks = new BlockReader(database);
  for (const segment of view.segments) addSegment(blocks, segment, indexed);
  const expected = new Map<string, number>();
  for (const documentId of documentIds(database)) {
    for (const { page, texts } of readPages(database, documentId)) {
      expected.set(`${documentId}/${page}`, sumOfPage(analysis, texts));
    }
  }
  let problems = 0;
  const seen = new Set<string>();
  for (let slot = 0; slot < view.slots; slot += 1) {
    if (view.live[slot] !== 1) continue;
    const key = `${view.documentIds[slot]}/${view.pageNumbers[slot]}`;
    if (seen.has(key) || expected.get(key) !== indexed[slot]) problems += 1;
    seen.add(key);
  }
  for (const key of expected.keys()) if (!seen.has(key)) problems += 1;
  return { pages: expected.size, problems };
}

function documentIds(database: LibraryDatabase): number[] {
  return prepared<number>(database, 'SELECT DISTINCT document_id FROM page ORDER BY document_id')
    .pluck()
    .all();
}

function sumOfPage(analysis: Analysis, texts: readonly string[]): number {
  const { lexicon } = analysis;
  const ofPage = guessLanguage(texts[BODY] ?? '');
  let sum = 0;
  for (const [field, text] of texts.entries()) {
    const stemming = stemmingOf(field === BODY ? ofPage : guessLanguage(text, ofPage));
    const count = lexicon.read(text);
    for (let ordinal = 0; ordinal < count; ordinal += 1) {
      const term = lexicon.termAt(lexicon.ids[ordinal] ?? 0, stemming);
      if (term !== NO_TERM) sum += placeSum(hash(lexicon.spelling(term)), field, ordinal);
    }
  }
  return sum;
}

/** Adds up the places of every page of a segment. */
function addSegment(blocks: BlockReader, segment: Segment, sums: Float64Array): void {
  for (let number = 0; number < segment.directory.terms.length; number += 1) {
    const block = blocks.read(segment, 'terms', number);
    const cursor = new WordCursor(block.words);
    for (let offset = 0; cursor.next(); offset += cursor.value) {
      const term = hash(cursor.word);
      eachPlace(
        block.lists,
        offset,
        () => true,
        (local, field, ordinal) => {
          const slot = segment.base + local;
          sums[slot] = (sums[slot] ?? 0) + placeSum(term, field, ordinal);
        },
      );
    }
  }
}

/** An odd multiplier that spreads a small number over 32 bits (2^32 divided by the golden ratio). */
const SPREAD = 0x9e3779b1;

/** A number for one place of a term; added up, the order does not matter. */
function placeSum(term: number, field: number, ordinal: number): number {
  return Math.imul((ordinal * 4 + field) ^ term, SPREAD) >>> 0;
}

/** FNV-1a over the bytes of a packed word. */
function hash(packed: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < packed.length; i += 1) {
    value = Math.imul(value ^ packed.charCodeAt(i), 0x01000193);
  }
  return value;
}
