import { beforeEach, expect, test } from 'vitest';
import {
  dismissNotice,
  showFailure,
  showNotice,
  useNotices,
} from '../../src/renderer/stores/notices.ts';

beforeEach(() => useNotices.setState({ notices: [] }));

const texts = (): string[] => useNotices.getState().notices.map(({ text }) => text);

test('a newer notice on the same topic takes the place of the older', () => {
  showNotice({ tone: 'info', text: 'Case deleted', topic: 'history' });
  showNotice({ tone: 'info', text: 'Exported' });
  showNotice({ tone: 'info', text: 'Undone', topic: 'history' });
  expect(texts()).toEqual(['Exported', 'Undone']);
});

test('three at most, the oldest give way', () => {
  for (const text of ['1', '2', '3', '4']) showNotice({ tone: 'info', text });
  expect(texts()).toEqual(['2', '3', '4']);
});

test('what was cancelled by the person is no news', () => {
  showFailure({ kind: 'cancelled' });
  expect(texts()).toEqual([]);
});

test('a dismissed notice goes', () => {
  const id = showNotice({ tone: 'problem', text: 'The disk is full' });
  dismissNotice(id);
  expect(texts()).toEqual([]);
});
