import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeBitmap, fakeCage, type FakeCage } from './fake-cage.ts';
import {
  createCage,
  MOST_MILLISECONDS,
  STUCK_MILLISECONDS,
  type Cage,
} from '../../../../src/renderer/features/reader/pdf/cage/cage.ts';
import type { PictureQuestion } from '../../../../src/renderer/drawing/drawing-protocol.ts';

const PICTURE: PictureQuestion = {
  kind: 'picture',
  page: 1,
  scale: 1,
  rotation: 0,
  transform: null,
  width: 60,
  height: 80,
};

let other: FakeCage;
let cage: Cage;
const ended = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  ended.mockReset();
  other = fakeCage();
  cage = createCage(other.port, ended);
});
afterEach(() => vi.useRealTimers());

/** How a question ended, as soon as it has. */
async function problem(asked: Promise<unknown>): Promise<unknown> {
  return asked.then(
    () => 'answered',
    (error: unknown) => {
      const { problem, name } = error as { problem?: string; name?: string };
      return problem ?? name;
    },
  );
}

describe('a cage', () => {
  it('answers a question with what passes its schema', async () => {
    const asked = cage.ask<'document'>({ kind: 'document' });
    const answer = { labels: ['i', 'ii'], language: 'be-BY' };
    other.answer(1, answer);
    expect(await asked).toEqual(answer);
    expect(ended).not.toHaveBeenCalled();
  });

  it('says why it cannot answer, and lives on', async () => {
    const asked = problem(cage.ask<'text'>({ kind: 'text', page: 3 }));
    other.say({ kind: 'refused', id: 1, reason: 'damaged' });
    expect(await asked).toBe('damaged');
    expect(other.isClosed()).toBe(false);
  });

  it.each([
    ['no object', 7],
    ['an unknown kind', { kind: 'open', id: 1 }],
    ['an answer of another shape', { kind: 'answer', id: 1, answer: { labels: 'i' } }],
    [
      'a language that is none',
      { kind: 'answer', id: 1, answer: { labels: null, language: '<b>' } },
    ],
    ['a refusal it does not know', { kind: 'refused', id: 1, reason: 'because' }],
    ['an id that is none', { kind: 'alive', id: -1 }],
    [
      'a getter that throws',
      {
        get kind(): string {
          throw new Error('no');
        },
      },
    ],
  ])('is ended when it says %s', async (_, data) => {
    const asked = problem(cage.ask<'document'>({ kind: 'document' }));
    other.say(data);
    expect(await asked).toBe('gone');
    expect(other.isClosed()).toBe(true);
    expect(ended).toHaveBeenCalledOnce();
    expect(await problem(cage.ask<'document'>({ kind: 'document' }))).toBe('gone');
  });

  it('is ended for a picture of another size than was asked for', async () => {
    const right = cage.ask<'picture'>(PICTURE);
    other.answer(1, new FakeBitmap(60, 80));
    expect((await right).width).toBe(60);
    const wrong = problem(cage.ask<'picture'>(PICTURE));
    other.answer(2, new FakeBitmap(60, 81));
    expect(await wrong).toBe('gone');
  });

  it('shows a picture as far as it is drawn, and lets go of what nobody waits for', async () => {
    const soFar = vi.fn();
    const stop = new AbortController();
    const asked = problem(cage.ask<'picture'>(PICTURE, { soFar, signal: stop.signal }));
    const first = new FakeBitmap(60, 80);
    other.say({ kind: 'so-far', id: 1, picture: first });
    expect(soFar).toHaveBeenCalledExactlyOnceWith(first);
    stop.abort();
    expect(await asked).toBe('AbortError');
    expect(other.said.at(-1)).toEqual({ kind: 'cancel', id: 1 });
    const late = [new FakeBitmap(60, 80), new FakeBitmap(60, 80)];
    other.say({ kind: 'so-far', id: 1, picture: late[0] });
    other.answer(1, late[1]);
    expect(late.map(({ closed }) => closed)).toEqual([true, true]);
    expect(ended).not.toHaveBeenCalled();
  });

  it('is ended when a question hangs; that one is to blame, the others are not', async () => {
    const hangs = problem(cage.ask<'text'>({ kind: 'text', page: 1 }));
    vi.advanceTimersByTime(5_000);
    const innocent = problem(cage.ask<'text'>({ kind: 'text', page: 2 }));
    vi.advanceTimersByTime(STUCK_MILLISECONDS - 5_000);
    expect(await Promise.all([hangs, innocent])).toEqual(['too-slow', 'gone']);
    expect(ended).toHaveBeenCalledOnce();
  });

  it('waits for a question that shows signs of life, but not for ever', async () => {
    const asked = problem(cage.ask<'text'>({ kind: 'text', page: 1 }));
    for (let passed = 0; passed < MOST_MILLISECONDS; passed += 10_000) {
      expect(ended).not.toHaveBeenCalled();
      vi.advanceTimersByTime(10_000);
      other.say({ kind: 'alive', id: 1 });
    }
    expect(await asked).toBe('too-slow');
  });

  it('fails what is under way when its process dies', async () => {
    const asked = problem(cage.ask<'outline'>({ kind: 'outline' }));
    other.die();
    expect(await asked).toBe('gone');
    expect(ended).toHaveBeenCalledOnce();
  });
});
