import { expect, test } from 'vitest';
import {
  CLIPBOARD_MILLISECONDS,
  createClipboardKeeper,
  type Timers,
} from '../../../src/main/clipboard-keeper.ts';
import type { ClipboardState } from '../../../src/shared/domain/clipboard.ts';

/** A clock that stands until it is told to go on. */
function fakeClock(): Timers & { pass(milliseconds: number): Promise<void> } {
  let now = 0;
  const waiting = new Map<number, { at: number; run: () => void }>();
  let last = 0;
  return {
    set(run, milliseconds) {
      waiting.set(++last, { at: now + milliseconds, run });
      return last;
    },
    clear: (timer) => void waiting.delete(timer as number),
    now: () => now,
    async pass(milliseconds) {
      now += milliseconds;
      for (const [id, { at, run }] of waiting) {
        if (at > now) continue;
        waiting.delete(id);
        run();
      }
      // What a timer started reads the clipboard first, which takes a turn.
      await new Promise(setImmediate);
    },
  };
}

function setUp() {
  const board = { text: '' };
  const system = {
    readText: () => Promise.resolve(board.text),
    writeText: (text: string) => {
      board.text = text;
      return Promise.resolve();
    },
    clear: () => {
      board.text = '';
    },
  };
  const told: ClipboardState['kind'][] = [];
  const milliseconds: number[] = [];
  const clock = fakeClock();
  const changed = (state: ClipboardState): void => {
    told.push(state.kind);
    if (state.kind === 'holding') milliseconds.push(state.milliseconds);
  };
  const keeper = createClipboardKeeper(system, changed, clock);
  return { milliseconds, board, clock, keeper, told, system };
}

test('what was copied is taken off after half a minute, and not before', async () => {
  const { board, clock, keeper, told } = setUp();
  await keeper.write('The bridge was closed.');
  await clock.pass(CLIPBOARD_MILLISECONDS - 1);
  expect(board.text).toBe('The bridge was closed.');
  await clock.pass(1);
  expect(board.text).toBe('');
  expect(told).toEqual(['holding', 'empty']);
});

test('what another program put there meanwhile stays', async () => {
  const { board, clock, keeper, told } = setUp();
  await keeper.write('The bridge was closed.');
  board.text = 'a shopping list';
  await clock.pass(CLIPBOARD_MILLISECONDS);
  expect(board.text).toBe('a shopping list');
  expect(told).toEqual(['holding', 'empty']);
});

test('a second copy starts the time anew', async () => {
  const { board, clock, keeper, told } = setUp();
  await keeper.write('first');
  await clock.pass(CLIPBOARD_MILLISECONDS - 1);
  await keeper.write('second');
  await clock.pass(CLIPBOARD_MILLISECONDS - 1);
  expect(board.text).toBe('second');
  await clock.pass(1);
  expect(board.text).toBe('');
  expect(told).toEqual(['holding', 'holding', 'empty']);
});

test('at lock it goes at once, and the time that ran out later touches nothing', async () => {
  const { board, clock, keeper } = setUp();
  await keeper.write('ours');
  await keeper.release();
  expect(board.text).toBe('');
  board.text = 'ours';
  await clock.pass(CLIPBOARD_MILLISECONDS);
  expect(board.text).toBe('ours');
});

test('a copy made while the clipboard is being asked is not taken off', async () => {
  const { board, keeper, told } = setUp();
  await keeper.write('same words');
  const releasing = keeper.release();
  await keeper.write('same words');
  await releasing;
  expect(board.text).toBe('same words');
  expect(told).toEqual(['holding', 'holding']);
});

test('a clipboard that fails does not stop the lock', async () => {
  const { keeper, system } = setUp();
  await keeper.write('ours');
  system.readText = () => Promise.reject(new Error('no owner'));
  await expect(keeper.release()).resolves.toBeUndefined();
});

test('a page that comes later is told the time that is left, or nothing', async () => {
  const { clock, keeper, told, milliseconds } = setUp();
  keeper.tell();
  expect(told).toEqual([]);
  await keeper.write('ours');
  await clock.pass(10_000);
  keeper.tell();
  expect(milliseconds).toEqual([CLIPBOARD_MILLISECONDS, CLIPBOARD_MILLISECONDS - 10_000]);
});
