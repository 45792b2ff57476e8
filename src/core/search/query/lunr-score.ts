/**
 * Gives the chosen pages their final scores with Lunr's own vectors, made of their postings only. They are those of an index
 * of the whole library, because everything a score is made of (frequencies, lengths, the query) is whole.
 */
import type { TermPostings } from '../index/term-postings.ts';
import { lunrParts, type LunrVector } from './lunr-parts.ts';
import type { QueryVector } from './query-vector.ts';

const THOUSANDTHS = 1000;

/** One score for each of the chosen slots, as lunr.Index.query adds them up over the fields. */
export function lunrScores(
  chosen: readonly number[],
  vector: QueryVector,
  postings: ReadonlyMap<string, TermPostings>,
): Float64Array {
  const order = Int32Array.from(chosen, (_, index) => index);
  order.sort((a, b) => (chosen[a] ?? 0) - (chosen[b] ?? 0));
  const slots = order.map((index) => chosen[index] ?? 0);
  const scores = new Float64Array(chosen.length);
  vector.weights.forEach((weights, field) => {
    if (weights.size === 0) return;
    const { query, pages } = fieldVectors(slots, weights, field, postings);
    pages.forEach((page, at) => {
      const index = order[at] ?? 0;
      scores[index] = (scores[index] ?? 0) + query.similarity(page);
    });
  });
  return scores;
}

/** Elements of a vector are the number of a term and its weight, alternating. */
function fieldVectors(
  slots: Int32Array,
  weights: ReadonlyMap<string, number>,
  field: number,
  postings: ReadonlyMap<string, TermPostings>,
): { query: LunrVector; pages: LunrVector[] } {
  const elements: number[] = [];
  /** By position in `slots`; pages without any of the terms have none. */
  const ofPages: number[][] = [];
  let absent = 0;
  for (const [term, weight] of weights) {
    const number = elements.length;
    const list = postings.get(term);
    const found = list ? weightsOn(slots, list, field) : [];
    for (const { at, ofPage } of found) (ofPages[at] ??= []).push(number, ofPage);
    if (found.length > 0) elements.push(number, weight);
    else absent += weight * weight;
  }
  // Terms without a page among the chosen ones still belong to the query: one term stands for all of them.
  if (absent > 0) elements.push(elements.length, Math.sqrt(absent));
  return {
    query: new lunrParts.Vector(elements),
    pages: ofPages.map((page) => new lunrParts.Vector(page)),
  };
}

/** The weights of a term on those of the slots (ascending) where it stands, by binary search in its list. */
function weightsOn(
  wanted: Int32Array,
  { slots, weights, starts, ends }: TermPostings,
  field: number,
): { at: number; ofPage: number }[] {
  const found: { at: number; ofPage: number }[] = [];
  const end = ends[field] ?? 0;
  let from = starts[field] ?? 0;
  for (let at = 0; at < wanted.length; at += 1) {
    const slot = wanted[at] ?? 0;
    let to = end;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((slots[middle] ?? 0) < slot) from = middle + 1;
      else to = middle;
    }
    if (from === end) break;
    if (slots[from] === slot) found.push({ at, ofPage: (weights[from] ?? 0) / THOUSANDTHS });
  }
  return found;
}
