import { beforeEach, expect, test } from 'vitest';
import type { CommandResult } from '../../src/shared/domain/command.ts';
import { runCommand, undo, useHistory } from '../../src/renderer/stores/history.ts';
import { useNotices } from '../../src/renderer/stores/notices.ts';
import { installBridge, type AskedChannel } from './bridge.ts';

let asked: AskedChannel[];

beforeEach(() => {
  asked = installBridge();
  useNotices.setState({ notices: [] });
  useHistory.setState({ canUndo: false, canRedo: false });
});

function result(more: Partial<CommandResult>): { ok: true; value: CommandResult } {
  const value: CommandResult = {
    command: 'passage.delete',
    passageIds: [],
    label: null,
    canUndo: true,
    canRedo: false,
    ...more,
  };
  return { ok: true, value };
}

const texts = (): string[] => useNotices.getState().notices.map(({ text }) => text);

test('what takes something away is told with a count, and «Undo» at hand takes it back', async () => {
  const running = runCommand({ kind: 'passage.delete', passageIds: [4, 5] });
  asked[0]?.answer(result({ passageIds: [4, 5] }));
  await running;
  expect(texts()).toEqual(['2 passages deleted']);
  expect(useHistory.getState()).toEqual({ canUndo: true, canRedo: false });
  useNotices.getState().notices[0]?.act?.run();
  expect(asked[1]?.channel).toBe('command.undo');
});

test('what adds something is not told: it can be seen', async () => {
  const running = runCommand({ kind: 'case.create', fields: { title: 'A', description: '' } });
  asked[0]?.answer(result({ command: 'case.create' }));
  await running;
  expect(texts()).toEqual([]);
});

test('undo says what was undone and offers to do it again', async () => {
  const running = undo();
  asked[0]?.answer(result({ passageIds: [4], canUndo: false, canRedo: true }));
  await running;
  expect(texts()).toEqual(['Undone: 1 passage deleted']);
  expect(useHistory.getState()).toEqual({ canUndo: false, canRedo: true });
});

test('a failure is shown and answered', async () => {
  const running = runCommand({ kind: 'tag.delete', id: 1 });
  asked[0]?.answer({ ok: false, failure: { kind: 'not-found', noun: 'tag' } });
  expect((await running).ok).toBe(false);
  expect(texts()).toEqual(['There is no such tag in the library.']);
});
