/** Which pages the facets of a query leave; read from the library itself, so that tagging needs no indexing. */
import { assertNever } from '../../../shared/assert-never.ts';
import type { SearchNotice } from '../../../shared/domain/search.ts';
import { FACETS, type Facet } from '../../../shared/search/facets.ts';
import { liesIn, type DayRange } from '../../dates/day-range.ts';
import { readRange } from '../../dates/read-range.ts';
import type { IndexView } from '../index/index-view.ts';
import type { PageMask } from '../query/page-set.ts';
import type { DocumentFacts } from './document-facts.ts';
import type { FacetFilter } from './facet.ts';
import type { FacetSources } from './facet-sources.ts';
import { namedLabels, slotsOfLabels } from './label-pages.ts';
import { PagePlaces } from './page-places.ts';

/** What one facet of a query leaves. */
export interface FacetMask {
  readonly facet: Facet;
  /** Undefined when nothing is kept to. */
  readonly wanted: PageMask | undefined;
  readonly excluded: PageMask | undefined;
}

export interface FacetChoice {
  readonly masks: readonly FacetMask[];
  readonly notices: readonly SearchNotice[];
}

/**
 * Two values of one facet widen the choice (Belarusian or Russian), two facets narrow it. A value that nothing has finds
 * nothing, and a notice says so; days that are not understood are left out, with a notice.
 */
export function chooseByFacets(
  sources: FacetSources,
  view: IndexView,
  filters: readonly FacetFilter[],
): FacetChoice {
  const masks: FacetMask[] = [];
  const notices: SearchNotice[] = [];
  for (const facet of FACETS) {
    let wanted: PageMask | undefined;
    let excluded: PageMask | undefined;
    for (const filter of filters) {
      if (filter.facet !== facet) continue;
      const part = `${facet}:${filter.value}`;
      const marker = markerOf(sources, view, filter);
      if (marker === 'not-understood') notices.push({ kind: 'no-date', part });
      else if (marker === 'unknown') notices.push({ kind: 'unknown-value', part });
      if (marker === 'not-understood') continue;
      const mask = filter.excludes
        ? (excluded ??= new Uint8Array(view.slots))
        : (wanted ??= new Uint8Array(view.slots));
      if (marker !== 'unknown') marker(mask);
    }
    if (wanted ?? excluded) masks.push({ facet, wanted, excluded });
  }
  return { masks, notices };
}

/**
 * @param besides a facet whose wanted values do not count, to see what else could be chosen.
 * @returns undefined when nothing is filtered.
 */
export function allowedPages(
  view: IndexView,
  masks: readonly FacetMask[],
  besides?: Facet,
): PageMask | undefined {
  if (masks.length === 0) return undefined;
  const left = Uint8Array.from(view.live);
  for (const { facet, wanted, excluded } of masks) {
    if (wanted && facet !== besides) {
      for (let slot = 0; slot < left.length; slot += 1) if (wanted[slot] === 0) left[slot] = 0;
    }
    if (excluded) {
      for (let slot = 0; slot < left.length; slot += 1) if (excluded[slot] === 1) left[slot] = 0;
    }
  }
  return left;
}

type Marker = ((mask: PageMask) => void) | 'unknown' | 'not-understood';

function markerOf(sources: FacetSources, view: IndexView, { facet, value }: FacetFilter): Marker {
  switch (facet) {
    case 'lang':
      return languageMarker(sources, view, value);
    case 'kind':
      return documentMarker(sources, view, ({ format }) => format === value);
    case 'reliability':
      return documentMarker(sources, view, ({ reliability }) => reliability === value);
    case 'source':
      return documentMarker(sources, view, sourceTest(value));
    case 'date': {
      const range = readRange(value);
      if (!range) return 'not-understood';
      const inRange = documentMarker(sources, view, ({ days }) => !!days && liesIn(days, range));
      // A range without documents is empty, not unknown.
      return inRange === 'unknown' ? () => undefined : inRange;
    }
    case 'mentions': {
      const range = readRange(value);
      return range ? mentionMarker(sources, view, range) : 'not-understood';
    }
    case 'tag':
    case 'case':
    case 'event': {
      const labels = namedLabels(sources.database, facet).get(value);
      if (!labels) return 'unknown';
      return (mask) => {
        const places = PagePlaces.of(view);
        for (const { slot } of slotsOfLabels(sources.database, facet, places, labels.ids)) {
          mask[slot] = 1;
        }
      };
    }
    default:
      return assertNever(facet);
  }
}

function languageMarker({ languages }: FacetSources, view: IndexView, language: string): Marker {
  const ofSlots = languages.ofSlots(view);
  const position = languages.codes.indexOf(language);
  if (position < 0) return 'unknown';
  return (mask) => {
    for (let slot = 0; slot < mask.length; slot += 1) {
      if (ofSlots[slot] === position) mask[slot] = 1;
    }
  };
}

function documentMarker(
  { documents }: FacetSources,
  view: IndexView,
  isWanted: (facts: DocumentFacts) => boolean,
): Marker {
  const wanted = new Set<number>();
  for (const [id, facts] of documents.current()) if (isWanted(facts)) wanted.add(id);
  if (wanted.size === 0) return 'unknown';
  return (mask) => {
    for (let slot = 0; slot < mask.length; slot += 1) {
      if (wanted.has(view.documentIds[slot] ?? 0)) mask[slot] = 1;
    }
  };
}

/** The whole name; a star stands for any part of it. */
function sourceTest(value: string): (facts: DocumentFacts) => boolean {
  const parts = value.split('*');
  return ({ sourceNames }) => sourceNames.some((name) => hasParts(name, parts));
}

/** Whether the parts stand one after the other, the first at the beginning and the last at the end. */
function hasParts(name: string, parts: readonly string[]): boolean {
  const [first = ''] = parts;
  if (parts.length === 1) return name === first;
  const last = parts.at(-1) ?? '';
  let at = first.length;
  if (!name.startsWith(first)) return false;
  for (const part of parts.slice(1, -1)) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return name.endsWith(last) && name.length - last.length >= at;
}

function mentionMarker({ dates }: FacetSources, view: IndexView, range: DayRange): Marker {
  return (mask) => {
    const places = PagePlaces.of(view);
    for (const { documentId, mentions } of dates.mentioning(range)) {
      for (const mention of mentions) {
        if (!liesIn(mention, range)) continue;
        const slot = places.slotOf(documentId, mention.page);
        if (slot >= 0) mask[slot] = 1;
      }
    }
  };
}
