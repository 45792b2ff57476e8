/** The query and its answer. The text asked for last wins, whatever order the answers come in. */
import { create } from 'zustand';
import type { ExcerptSelection } from '../../shared/domain/excerpt.ts';
import {
  ALL_SPELLINGS,
  type SearchOrder,
  type SearchOutcome,
  type SpellingChoice,
} from '../../shared/domain/search.ts';
import type { Failure } from '../../shared/failure.ts';
import type { FacetChosen } from '../../shared/domain/facets.ts';
import type { Facet } from '../../shared/search/facets.ts';
import { call } from '../api.ts';
import { askFacets, forgetFacets, toggledFacet } from './search-facets.ts';

export type SearchState =
  | { kind: 'idle' }
  /** Asked; `earlier` stays on the screen until the answer comes, so that typing does not flicker. */
  | { kind: 'asking'; earlier: SearchAnswer | null }
  | { kind: 'answered'; answer: SearchAnswer }
  | { kind: 'failed'; failure: Failure };

export interface SearchAnswer {
  readonly query: string;
  readonly choice: SpellingChoice;
  readonly outcome: SearchOutcome;
}

export interface SearchSlice {
  /** The text in the field. */
  readonly text: string;
  /** Most page hits to ask for; grows with «Show more». */
  readonly limit: number;
  /** Whether names are searched in other spellings, and which of them not. */
  readonly choice: SpellingChoice;
  readonly order: SearchOrder;
  readonly state: SearchState;
}

/** Long enough that a typed word is one question, short enough to feel immediate. */
export const SEARCH_DELAY_MS = 150;
export const SEARCH_STEP = 50;
export const SEARCH_MOST = 500;

export const useSearch = create<SearchSlice>()(() => ({
  text: '',
  limit: SEARCH_STEP,
  choice: ALL_SPELLINGS,
  order: 'relevance',
  state: { kind: 'idle' },
}));

let timer: ReturnType<typeof setTimeout> | undefined;
let asked = 0;

/** Takes in what is typed and asks after a short pause. */
export function typeSearch(text: string): void {
  useSearch.setState({ text, limit: SEARCH_STEP });
  clearTimeout(timer);
  timer = setTimeout(() => void ask(), SEARCH_DELAY_MS);
}

/** Keeps to a value of a facet, or no longer, by writing it into the query or taking it out, and asks at once. */
export function chooseFacet(facet: Facet, value: string, chosen: FacetChosen): void {
  const text = toggledFacet(useSearch.getState().text, facet, value, chosen);
  useSearch.setState({ text, limit: SEARCH_STEP });
  searchNow();
}

/** Searches what was saved or searched before. */
export function runSearch(query: string, order?: SearchOrder, choice?: SpellingChoice): void {
  useSearch.setState(({ order: now, choice: as }) => ({
    text: query,
    limit: SEARCH_STEP,
    order: order ?? now,
    choice: choice ?? as,
  }));
  searchNow();
}

/** Asks now, without the pause. */
export function searchNow(): void {
  clearTimeout(timer);
  void ask();
}

export function showMoreHits(): void {
  useSearch.setState(({ limit }) => ({ limit: Math.min(limit * 2, SEARCH_MOST) }));
  searchNow();
}

/** Asks again with other spellings of names. The choice stays while the library is open. */
export function chooseSpellings(choice: SpellingChoice): void {
  useSearch.setState({ choice });
  searchNow();
}

/** Asks again with the documents in another order, which stays while the library is open. */
export function chooseOrder(order: SearchOrder): void {
  useSearch.setState({ order, limit: SEARCH_STEP });
  searchNow();
}

async function ask(): Promise<void> {
  const number = ++asked;
  const { text, limit, choice, order, state } = useSearch.getState();
  const query = text.trim();
  if (query === '') {
    forgetFacets();
    return useSearch.setState({ state: { kind: 'idle' } });
  }
  useSearch.setState({ state: { kind: 'asking', earlier: answerOf(state) } });
  const outcome = await call('search.query', { query, limit, order, choice });
  // A later question was asked meanwhile, or the library was locked.
  if (number !== asked || useSearch.getState().text.trim() !== query) return;
  useSearch.setState({
    state: outcome.ok
      ? { kind: 'answered', answer: { query, choice, outcome: outcome.value } }
      : { kind: 'failed', failure: outcome.failure },
  });
  if (outcome.ok) void askFacets(query, choice);
}

export function selectionOfAnswer({
  query,
  choice,
}: SearchAnswer): Extract<ExcerptSelection, { kind: 'search' }> {
  return { kind: 'search', query, choice };
}

/** The answer on the screen, if any. */
export function answerOf(state: SearchState): SearchAnswer | null {
  switch (state.kind) {
    case 'answered':
      return state.answer;
    case 'asking':
      return state.earlier;
    case 'idle':
    case 'failed':
      return null;
  }
}
