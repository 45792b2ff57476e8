import { beforeEach, expect, test } from 'vitest';
import type { CommandResult, CommandWords } from '../../src/shared/domain/command.ts';
import { runCommand, undo, useHistory } from '../../src/renderer/stores/history.ts';
import { useNotices } from '../../src/renderer/stores/notices.ts';
import { installBridge, type AskedChannel } from './bridge.ts';

let asked: AskedChannel[];

beforeEach(() => {
  asked = installBridge();
  useNotices.setState({ notices: [] });
  useHistory.setState({ undoes: null, redoes: null });
});

function result(more: Partial<CommandResult>): { ok: true; value: CommandResult } {
  const value: CommandResult = {
    command: 'passage.delete',
    passageIds: [],
    label: null,
    words: wordsOf(more.command ?? 'passage.delete', more.passageIds?.length ?? 0),
    undoes: wordsOf('passage.create', 1),
    redoes: null,
    ...more,
  };
  return { ok: true, value };
}

function wordsOf(command: CommandWords['command'], count: number): CommandWords {
  return { command, count, label: null, name: null };
}

const texts = (): string[] => useNotices.getState().notices.map(({ text }) => text);

test('what takes something away is told with a count, and «Undo» at hand takes it back', async () => {
  const running = runCommand({ kind: 'passage.delete', passageIds: [4, 5] });
  asked[0]?.answer(result({ passageIds: [4, 5] }));
  await running;
  expect(texts()).toEqual(['2 passages deleted']);
  expect(useHistory.getState()).toEqual({ undoes: wordsOf('passage.create', 1), redoes: null });
  expect(asked[1]?.channel).toBe('menu.history');
  useNotices.getState().notices[0]?.act?.run();
  expect(asked[2]?.channel).toBe('command.undo');
});

test('what adds something is not told: it can be seen', async () => {
  const running = runCommand({ kind: 'case.create', fields: { title: 'A', description: '' } });
  asked[0]?.answer(result({ command: 'case.create' }));
  await running;
  expect(texts()).toEqual([]);
});

test('a name that is taken is not told while it is being typed, other failures are', async () => {
  const command = { kind: 'tag.update', id: 1, fields: { name: 'arr' } } as const;
  const typing = runCommand(command, { untold: 'name-taken' });
  asked[0]?.answer({ ok: false, failure: { kind: 'name-taken', noun: 'tag' } });
  expect(await typing).toMatchObject({ ok: false });
  expect(texts()).toEqual([]);
  const other = runCommand(command, { untold: 'name-taken' });
  asked[1]?.answer({ ok: false, failure: { kind: 'not-found', noun: 'tag' } });
  await other;
  expect(texts()).toHaveLength(1);
});

test('a key for undo too many is said in passing, in the place of what was undone last', async () => {
  const running = undo();
  asked[0]?.answer(result({ passageIds: [4], undoes: null }));
  await running;
  const again = undo();
  asked.at(-1)?.answer({ ok: false, failure: { kind: 'nothing-to-undo' } });
  await again;
  expect(texts()).toEqual(['There is nothing to undo.']);
  expect(useNotices.getState().notices[0]?.tone).toBe('info');
});

test('undo says what was undone and offers to do it again', async () => {
  const running = undo();
  asked[0]?.answer(result({ passageIds: [4], undoes: null, redoes: wordsOf('passage.delete', 1) }));
  await running;
  expect(texts()).toEqual(['Undone: deletion of a passage']);
  expect(useHistory.getState()).toEqual({ undoes: null, redoes: wordsOf('passage.delete', 1) });
});

test('the words name what it was done to, and main is told without the name', async () => {
  const running = undo();
  const words: CommandWords = { command: 'passage.link', count: 1, label: 'tag', name: 'torture' };
  asked[0]?.answer(result({ command: 'passage.link', words, undoes: words }));
  await running;
  expect(texts()).toEqual(['Undone: tag “torture”']);
  expect(asked[1]).toMatchObject({
    channel: 'menu.history',
    request: { undoes: { command: 'passage.link', count: 1, label: 'tag' } },
  });
  expect(JSON.stringify(asked[1])).not.toContain('torture');
});

test('a failure is shown and answered', async () => {
  const running = runCommand({ kind: 'tag.delete', id: 1 });
  asked[0]?.answer({ ok: false, failure: { kind: 'not-found', noun: 'tag' } });
  expect((await running).ok).toBe(false);
  expect(texts()).toEqual(['There is no such tag in the library.']);
});
