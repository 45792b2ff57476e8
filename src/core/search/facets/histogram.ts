/** Documents by time, in bars. */
import type { DayBar, DayHistogram } from '../../../shared/domain/facets.ts';
import type { DayFacet } from '../../../shared/search/facets.ts';
import { isWholeYears, monthOf, yearOf, type DayRange } from '../../dates/day-range.ts';
import { readRange } from '../../dates/read-range.ts';
import type { FacetFilter } from './facet.ts';
import { chosenBy } from './count-values.ts';

/** More years than this are shown by decades first: a bar must be wide enough to be hit. */
const MOST_YEARS = 30;
const DECADE = 10;

/** Which documents have days in which months. */
export class MonthCounter {
  /** By months since the year 0. */
  readonly #documents = new Map<number, Set<number>>();
  /** By year, those that name no month of it. */
  readonly #ofYears = new Map<number, Set<number>>();

  /** Counts a document for every month of the range, or for every year when it is whole years. */
  add(documentId: number, range: DayRange): void {
    const { first, last } = range;
    if (isWholeYears(range)) {
      for (let year = yearOf(first); year <= yearOf(last); year += 1) {
        addTo(this.#ofYears, year, documentId);
      }
      return;
    }
    for (let month = monthNumber(first); month <= monthNumber(last); month += 1) {
      addTo(this.#documents, month, documentId);
    }
  }

  histogram(facet: DayFacet, filters: readonly FacetFilter[]): DayHistogram {
    const years = [
      ...this.#ofYears.keys(),
      ...[...this.#documents.keys()].map((month) => Math.floor(month / 12)),
    ];
    const chosen = filters.filter((filter) => filter.facet === facet && !filter.excludes);
    const ranges = chosen.flatMap(({ value }) => readRange(value) ?? []);
    if (years.length === 0) return { facet, rows: [] };
    const first = years.reduce((a, b) => Math.min(a, b));
    const last = years.reduce((a, b) => Math.max(a, b));
    const bar = (value: string, from: number, months: number): DayBar => ({
      value,
      documents: this.#count(from, months),
      chosen: chosenBy(filters, facet, value),
    });
    const yearBars = (from: number, to: number): DayBar[] =>
      Array.from({ length: to - from + 1 }, (_, index) =>
        bar(yearText(from + index), (from + index) * 12, 12),
      );
    const rows: DayBar[][] = [];
    const span = chosenYears(ranges);
    if (last - first >= MOST_YEARS) {
      const decades: DayBar[] = [];
      for (let from = first - (first % DECADE); from <= last; from += DECADE) {
        const value = `${yearText(from)}..${yearText(from + DECADE - 1)}`;
        decades.push(bar(value, from * 12, DECADE * 12));
      }
      rows.push(decades);
      if (span && sameDecade(span)) {
        const from = span.first - (span.first % DECADE);
        rows.push(yearBars(from, from + DECADE - 1));
      }
    } else rows.push(yearBars(first, last));
    if (span && span.first === span.last) {
      rows.push(
        Array.from({ length: 12 }, (_, month) => {
          const value = `${yearText(span.first)}-${String(month + 1).padStart(2, '0')}`;
          return bar(value, span.first * 12 + month, 1);
        }),
      );
    }
    return { facet, rows };
  }

  #count(from: number, months: number): number {
    const documents = new Set<number>();
    for (let month = from; month < from + months; month += 1) {
      for (const id of this.#documents.get(month) ?? []) documents.add(id);
    }
    for (let year = from / 12; year < Math.floor((from + months) / 12); year += 1) {
      for (const id of this.#ofYears.get(year) ?? []) documents.add(id);
    }
    return documents.size;
  }
}

function addTo(counted: Map<number, Set<number>>, at: number, documentId: number): void {
  const documents = counted.get(at);
  if (documents) documents.add(documentId);
  else counted.set(at, new Set([documentId]));
}

/** The years that all chosen ranges lie in. */
function chosenYears(ranges: readonly DayRange[]): { first: number; last: number } | undefined {
  if (ranges.length === 0) return undefined;
  return {
    first: Math.min(...ranges.map(({ first }) => yearOf(first))),
    last: Math.max(...ranges.map(({ last }) => yearOf(last))),
  };
}

function sameDecade({ first, last }: { first: number; last: number }): boolean {
  return Math.floor(first / DECADE) === Math.floor(last / DECADE);
}

function monthNumber(day: number): number {
  return yearOf(day) * 12 + monthOf(day) - 1;
}

function yearText(year: number): string {
  return String(year).padStart(4, '0');
}
