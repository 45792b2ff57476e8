import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ALL_SPELLINGS } from '../../src/shared/domain/search.ts';
import {
  answerOf,
  chooseOrder,
  chooseSpellings,
  SEARCH_DELAY_MS,
  typeSearch,
  useSearch,
} from '../../src/renderer/stores/search.ts';
import { installBridge, type AskedChannel } from './bridge.ts';

let asked: AskedChannel[];

beforeEach(() => {
  vi.useFakeTimers();
  asked = installBridge();
  useSearch.setState(useSearch.getInitialState(), true);
});
afterEach(() => void vi.useRealTimers());

const found = (total: number) =>
  ({ ok: true, value: { documents: [], total, notices: [] } }) as const;
const pause = (): Promise<unknown> => vi.advanceTimersByTimeAsync(SEARCH_DELAY_MS);
const total = (): number | undefined => answerOf(useSearch.getState().state)?.outcome.total;

test('a typed word is one question', async () => {
  typeSearch('c');
  typeSearch('co');
  await vi.advanceTimersByTimeAsync(SEARCH_DELAY_MS - 1);
  typeSearch(' court ');
  await pause();
  expect(asked.map(({ request }) => request)).toEqual([
    { query: 'court', limit: 50, order: 'relevance', choice: ALL_SPELLINGS },
  ]);
});

test('another order and fewer spellings are asked for at once, and stay', async () => {
  typeSearch('court');
  await pause();
  chooseOrder('newest');
  chooseSpellings({ spellings: true, withoutSpellings: ['kourt'] });
  typeSearch('courtyard');
  await pause();
  expect(asked.slice(1).map(({ request }) => request)).toMatchObject([
    { query: 'court', order: 'newest', choice: ALL_SPELLINGS },
    { query: 'court', order: 'newest', choice: { withoutSpellings: ['kourt'] } },
    { query: 'courtyard', order: 'newest', choice: { withoutSpellings: ['kourt'] } },
  ]);
});

test('the question asked last wins, whatever order the answers come in', async () => {
  typeSearch('court');
  await pause();
  typeSearch('courtyard');
  await pause();
  asked[1]?.answer(found(2));
  await pause();
  asked[0]?.answer(found(1));
  await pause();
  expect(total()).toBe(2);
});

test('the earlier answer stays until the new one comes', async () => {
  typeSearch('court');
  await pause();
  asked[0]?.answer(found(7));
  await pause();
  typeSearch('courts');
  await pause();
  expect(useSearch.getState().state.kind).toBe('asking');
  expect(total()).toBe(7);
});

test('an emptied field forgets the answer, also one that is on its way', async () => {
  typeSearch('court');
  await pause();
  typeSearch('');
  await pause();
  asked[0]?.answer(found(7));
  await pause();
  expect(useSearch.getState().state).toEqual({ kind: 'idle' });
});

test('a failure is kept as data', async () => {
  typeSearch('court');
  await pause();
  asked[0]?.answer({ ok: false, failure: { kind: 'library-locked' } });
  await pause();
  expect(useSearch.getState().state).toEqual({
    kind: 'failed',
    failure: { kind: 'library-locked' },
  });
});
