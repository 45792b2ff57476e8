/**
 * Gives the chosen pages to Lunr's evaluator, as an index made of their postings only. The scores are those of an
 * index of the whole library, because everything a score is made of (frequencies, lengths, the query) is whole.
 */
import { FIELDS, type SearchField } from '../fields.ts';
import type { IndexView } from '../index/index-view.ts';
import type { FieldPostings, TermPostings } from '../index/term-postings.ts';
import { lunrParts, type LunrClause } from './lunr-parts.ts';
import type { QueryVector } from './query-vector.ts';
import { pageWeight } from './score-pages.ts';

interface LunrIndexParts {
  /** Term to its entry: `_index` and, per field, the pages. */
  readonly invertedIndex: Record<string, Record<string, unknown>>;
  /** Per page and field: index and weight alternating. */
  readonly vectors: Map<string, number[]>;
  readonly clauses: LunrClause[];
}

/** Scores by slot, as lunr.Index.query answers them. */
export function lunrScores(
  view: IndexView,
  chosen: readonly number[],
  vector: QueryVector,
  postings: ReadonlyMap<number, TermPostings>,
): Map<number, number> {
  const parts = assemble(
    view,
    [...chosen].sort((a, b) => a - b),
    vector,
    postings,
  );
  const index = new lunrParts.Index({
    invertedIndex: parts.invertedIndex,
    fieldVectors: Object.fromEntries(
      [...parts.vectors].map(([ref, elements]) => [ref, new lunrParts.Vector(elements)]),
    ),
    tokenSet: lunrParts.TokenSet.fromArray(Object.keys(parts.invertedIndex).sort()),
    fields: FIELDS,
    pipeline: new lunrParts.Pipeline(),
  });
  const results = index.query((query) => query.clauses.push(...parts.clauses));
  return new Map(results.map(({ ref, score }) => [Number(ref), score]));
}

function assemble(
  view: IndexView,
  slots: readonly number[],
  vector: QueryVector,
  postings: ReadonlyMap<number, TermPostings>,
): LunrIndexParts {
  const parts: LunrIndexParts = {
    invertedIndex: Object.create(null) as LunrIndexParts['invertedIndex'],
    vectors: new Map(),
    clauses: [],
  };
  const absent = FIELDS.map(() => 0);
  const used = new Set(vector.weights.flatMap((weights) => [...weights.keys()]));
  let number = 0;
  for (const id of [...used].sort((a, b) => a - b)) {
    const term = postings.get(id);
    if (!term) continue;
    const entry = emptyEntry(number);
    const stands = FIELDS.map((field, f) => {
      const lists = term.fields[f];
      const norms = view.norms[f];
      if (!lists || !norms || !vector.weights[f]?.has(id)) return false;
      const pages = entry[field] as Record<string, object>;
      for (const { slot, count } of countsOn(slots, lists)) {
        pages[slot] = {};
        const ref = `${field}/${slot}`;
        let elements = parts.vectors.get(ref);
        if (!elements) parts.vectors.set(ref, (elements = []));
        elements.push(number, pageWeight(term.idf, count, norms[slot] ?? 0, f));
      }
      return Object.keys(pages).length > 0;
    });
    FIELDS.forEach((field, f) => {
      const weight = vector.weights[f]?.get(id);
      if (weight === undefined) return;
      if (stands[f]) parts.clauses.push(clause(`t${id}`, field, weight));
      else absent[f] = (absent[f] ?? 0) + weight * weight;
    });
    if (stands.includes(true)) parts.invertedIndex[`t${id}`] = entry;
    number += 1;
  }
  FIELDS.forEach((field, f) => {
    // Terms without a page among the chosen ones still belong to the query: one term stands for all of them.
    if (!absent[f]) return;
    const term = `absent ${field}`;
    parts.invertedIndex[term] = emptyEntry(number++);
    parts.clauses.push(clause(term, field, Math.sqrt(absent[f])));
  });
  return parts;
}

function emptyEntry(index: number): Record<string, unknown> {
  const entry: Record<string, unknown> = { _index: index };
  for (const field of FIELDS) entry[field] = Object.create(null);
  return entry;
}

function clause(term: string, field: SearchField, boost: number): LunrClause {
  return {
    term,
    fields: [field],
    boost,
    usePipeline: false,
    wildcard: 0,
    presence: lunrParts.Query.presence.OPTIONAL,
  };
}

/** The counts of a term on the given slots (ascending), by binary search in its list. */
function* countsOn(
  slots: readonly number[],
  lists: FieldPostings,
): Generator<{ slot: number; count: number }> {
  let from = 0;
  for (const slot of slots) {
    let to = lists.slots.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((lists.slots[middle] ?? 0) < slot) from = middle + 1;
      else to = middle;
    }
    if (from === lists.slots.length) return;
    if (lists.slots[from] === slot) yield { slot, count: lists.counts[from] ?? 0 };
  }
}
