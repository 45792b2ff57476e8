/** Counts the documents that each facet would leave of what a query finds. */
import type { SearchFacets } from '../../../shared/domain/facets.ts';
import type { LabelKind } from '../../../shared/domain/label.ts';
import type { Facet } from '../../../shared/search/facets.ts';
import { FIRST_DAY, LAST_DAY } from '../../dates/day-range.ts';
import type { IndexView } from '../index/index-view.ts';
import type { PageMask, PageSet } from '../query/page-set.ts';
import { ValueCounter } from './count-values.ts';
import { allowedPages, type FacetMask } from './facet-pages.ts';
import type { FacetFilter } from './facet.ts';
import type { FacetSources } from './facet-sources.ts';
import { MonthCounter } from './histogram.ts';
import { namedLabels, slotsOfLabels } from './label-pages.ts';
import { PagePlaces } from './page-places.ts';

/** Pages, and their documents. */
interface Counted {
  readonly mask: PageMask;
  readonly slots: Int32Array;
  readonly documents: ReadonlySet<number>;
}

/**
 * Choices of one facet widen each other, so each facet is counted as if none of its own values were chosen: the numbers
 * tell what choosing another one would add.
 * @param words the pages that the words of the query find, whatever its facets are.
 */
export function countFacets(
  sources: FacetSources,
  view: IndexView,
  words: PageSet,
  masks: readonly FacetMask[],
  filters: readonly FacetFilter[],
): SearchFacets {
  const left = (besides?: Facet): Counted => {
    const allowed = allowedPages(view, masks, besides);
    return counted(view, allowed ? words.keep(allowed, 1) : words);
  };
  const all = left();
  const withoutOwn = (facet: Facet): Counted =>
    masks.some((mask) => mask.facet === facet && mask.wanted) ? left(facet) : all;
  const ofDocuments = (facet: 'kind' | 'source' | 'reliability') =>
    countDocuments(sources, withoutOwn(facet), facet).group(facet, filters);
  const ofLabels = (kind: LabelKind) =>
    countLabels(sources, view, withoutOwn(kind), kind).group(kind, filters);
  const groups = [
    countLanguages(sources, view, withoutOwn('lang')).group('lang', filters),
    ofDocuments('kind'),
    ofLabels('case'),
    ofLabels('tag'),
    ofLabels('event'),
    ofDocuments('source'),
    ofDocuments('reliability'),
  ];
  const days = [
    countMentions(sources, view, withoutOwn('mentions')).histogram('mentions', filters),
    countDates(sources, withoutOwn('date')).histogram('date', filters),
  ];
  return {
    documents: all.documents.size,
    groups: groups.filter(({ values }) => values.length > 0),
    days: days.filter(({ rows }) => rows.length > 0),
  };
}

function counted(view: IndexView, pages: PageSet): Counted {
  const { slots, mask } = pages;
  const documents = new Set<number>();
  let last = 0;
  for (const slot of slots) {
    const id = view.documentIds[slot] ?? 0;
    // Pages of a document mostly stand together.
    if (id !== last) documents.add((last = id));
  }
  return { slots, mask, documents };
}

function countLanguages(
  { languages }: FacetSources,
  view: IndexView,
  { slots }: Counted,
): ValueCounter {
  const counter = new ValueCounter();
  const ofSlots = languages.ofSlots(view);
  let [lastId, lastLanguage] = [0, -1];
  for (const slot of slots) {
    const id = view.documentIds[slot] ?? 0;
    const language = ofSlots[slot] ?? 0;
    if (id === lastId && language === lastLanguage) continue;
    [lastId, lastLanguage] = [id, language];
    counter.add(id, languages.codes[language] ?? '');
  }
  return counter;
}

/** A source nobody knows, and a reliability nobody judged, are no choice. */
function countDocuments(
  sources: FacetSources,
  { documents }: Counted,
  facet: 'kind' | 'source' | 'reliability',
): ValueCounter {
  const counter = new ValueCounter();
  const facts = sources.documents.current();
  for (const id of documents) {
    const fact = facts.get(id);
    if (!fact) continue;
    if (facet === 'kind') counter.add(id, fact.format);
    else if (facet === 'source' && fact.source !== '') counter.add(id, fact.source);
    else if (facet === 'reliability' && fact.reliability !== 'unknown') {
      counter.add(id, fact.reliability);
    }
  }
  return counter;
}

function countLabels(
  { database }: FacetSources,
  view: IndexView,
  { mask }: Counted,
  kind: LabelKind,
): ValueCounter {
  const namesOf = new Map<number, { value: string; name: string }[]>();
  for (const [value, { name, ids }] of namedLabels(database, kind)) {
    for (const id of ids) {
      const names = namesOf.get(id);
      if (names) names.push({ value, name });
      else namesOf.set(id, [{ value, name }]);
    }
  }
  const counter = new ValueCounter();
  if (namesOf.size === 0) return counter;
  for (const { labelId, slot } of slotsOfLabels(database, kind, PagePlaces.of(view))) {
    if (mask[slot] !== 1) continue;
    for (const { value, name } of namesOf.get(labelId) ?? []) {
      counter.add(view.documentIds[slot] ?? 0, name, value);
    }
  }
  return counter;
}

function countMentions(
  { dates }: FacetSources,
  view: IndexView,
  { mask, documents }: Counted,
): MonthCounter {
  const counter = new MonthCounter();
  const places = PagePlaces.of(view);
  for (const { documentId, mentions } of dates.mentioning({ first: FIRST_DAY, last: LAST_DAY })) {
    if (!documents.has(documentId)) continue;
    for (const mention of mentions) {
      const slot = places.slotOf(documentId, mention.page);
      if (slot >= 0 && mask[slot] === 1) counter.add(documentId, mention);
    }
  }
  return counter;
}

/** Only where the date has both ends. */
function countDates({ documents: facts }: FacetSources, { documents }: Counted): MonthCounter {
  const counter = new MonthCounter();
  const known = facts.current();
  for (const id of documents) {
    const days = known.get(id)?.days;
    if (days && days.first !== FIRST_DAY && days.last !== LAST_DAY) counter.add(id, days);
  }
  return counter;
}
