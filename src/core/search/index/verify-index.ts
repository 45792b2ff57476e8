/** Compares the index with the text, by adding up what every page should have in it and what it has. */
import type { LibraryDatabase } from '../../library/connection.ts';
import type { Analysis } from '../analysis/analyser.ts';
import type { IndexView } from './index-view.ts';
import { readPages } from './page-source.ts';
import { decodePlaces, type TermPlaces } from './posting-codec.ts';
import { SegmentBuilder } from './segment-builder.ts';
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
  const indexed = indexedSums(database, view);
  const expected = new Map<string, number>();
  let problems = 0;
  for (const documentId of documentIds(database)) {
    const builder = new SegmentBuilder(analysis);
    for (const page of readPages(database, documentId)) builder.add(documentId, page);
    const sums = new Float64Array(builder.pages.length);
    for (const [term, places] of builder.terms) addSums(sums, 0, term, places);
    for (const [local, page] of builder.pages.entries()) {
      expected.set(`${documentId}/${page.page}`, sums[local] ?? 0);
    }
  }
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

function indexedSums(database: LibraryDatabase, view: IndexView): Float64Array {
  const sums = new Float64Array(view.slots);
  const rows = prepared<{ term: string | null; postings: Buffer; ordinals: Buffer }>(
    database,
    `SELECT term, postings, ordinals FROM search_posting
     LEFT JOIN search_term ON search_term.id = term_id WHERE segment_id = ?`,
  );
  for (const { id, base } of view.segments) {
    for (const { term, postings, ordinals } of rows.iterate(id)) {
      addSums(sums, base, term ?? '', decodePlaces(postings, ordinals));
    }
  }
  return sums;
}

/** An odd multiplier that spreads a small number over 32 bits (2^32 divided by the golden ratio). */
const SPREAD = 0x9e3779b1;

/** Adds a number for each place of a term; the order of adding does not matter. */
function addSums(sums: Float64Array, base: number, term: string, places: TermPlaces): void {
  const ofTerm = hash(term);
  places.forEach((field, fieldIndex) => {
    let next = 0;
    field?.locals.forEach((local, index) => {
      const end = next + (field.counts[index] ?? 0);
      let sum = sums[base + local] ?? 0;
      for (; next < end; next += 1) {
        const place = ((field.ordinals[next] ?? 0) * 4 + fieldIndex) ^ ofTerm;
        sum += Math.imul(place, SPREAD) >>> 0;
      }
      sums[base + local] = sum;
    });
  });
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  }
  return value;
}
