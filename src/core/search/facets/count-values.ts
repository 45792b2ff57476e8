/** Counts the documents of each value of a facet. */
import type { FacetChosen, FacetGroup, FacetValue } from '../../../shared/domain/facets.ts';
import { foldValue } from '../../../shared/search/fold-value.ts';
import type { FacetFilter } from './facet.ts';

/** More are not looked through by anybody; a value that is not listed can be typed. */
const MOST_VALUES = 40;

export class ValueCounter {
  readonly #values = new Map<string, { name: string; documents: Set<number> }>();

  /** Counts a document once for a value, however often it is added. @param name as a person wrote it */
  add(documentId: number, name: string, value = foldValue(name)): void {
    let known = this.#values.get(value);
    if (!known) this.#values.set(value, (known = { name, documents: new Set() }));
    known.documents.add(documentId);
  }

  group(facet: FacetGroup['facet'], filters: readonly FacetFilter[]): FacetGroup {
    const values = Array.from(this.#values, ([value, { name, documents }]): FacetValue => {
      const chosen = chosenBy(filters, facet, value);
      return { value: name, name, documents: documents.size, chosen };
    });
    // What was chosen and has no document is there to be taken back.
    for (const filter of filters) {
      const { value } = filter;
      if (filter.facet !== facet || this.#values.has(value)) continue;
      const chosen = filter.excludes ? 'without' : 'with';
      values.push({ value, name: value, documents: 0, chosen });
    }
    values.sort(
      (a, b) =>
        Number(a.chosen === 'no') - Number(b.chosen === 'no') ||
        b.documents - a.documents ||
        (a.name < b.name ? -1 : 1),
    );
    return {
      facet,
      values: values.slice(0, MOST_VALUES),
      more: Math.max(0, values.length - MOST_VALUES),
    };
  }
}

export function chosenBy(
  filters: readonly FacetFilter[],
  facet: FacetFilter['facet'],
  value: string,
): FacetChosen {
  const filter = filters.find((one) => one.facet === facet && one.value === value);
  if (!filter) return 'no';
  return filter.excludes ? 'without' : 'with';
}
