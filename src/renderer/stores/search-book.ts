/** Saved and recent searches, as the library has them. */
import { create } from 'zustand';
import type { SearchBook } from '../../shared/domain/saved-search.ts';
import { call } from '../api.ts';
import { showFailure } from './notices.ts';
import { noteSettings, useSettings } from './settings.ts';

export const useSearchBook = create<SearchBook>()(() => ({ saved: [], recent: [] }));

export async function loadSearchBook(): Promise<void> {
  const outcome = await call('search.book', {});
  if (outcome.ok) useSearchBook.setState(outcome.value);
  else showFailure(outcome.failure);
}

/** For what a person made something of: pressed Enter, or opened a page. What was typed on the way is not kept. */
export async function rememberSearch(query: string): Promise<void> {
  // Losing one is nothing to tell about.
  if (query !== '') await call('search.remember', { query });
}

/** @param query null forgets all. */
export async function forgetSearch(query: string | null): Promise<void> {
  const outcome = await call('search.forget', { query });
  if (!outcome.ok) showFailure(outcome.failure);
}

/** Whether recent searches are kept; without, those that are there are forgotten. */
export async function keepRecentSearches(recentSearches: boolean): Promise<void> {
  const before = useSettings.getState().settings;
  // Shown at once; the library tells what it kept.
  if (before) noteSettings({ ...before, recentSearches });
  const outcome = await call('settings.set', { recentSearches });
  if (outcome.ok) return;
  if (before) noteSettings(before);
  showFailure(outcome.failure);
}
