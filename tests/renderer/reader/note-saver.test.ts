import { describe, expect, it } from 'vitest';
import {
  createNoteSaver,
  NOTE_PAUSE_MS,
  NOTE_RETRY_MS,
} from '../../../src/renderer/features/reader/panel/note-saver.ts';
import type { Failure, Outcome } from '../../../src/shared/failure.ts';

/** A saver with a clock that is wound by hand and a record that can be made to refuse. */
function bench() {
  const saved: [number, string][] = [];
  const timers = new Map<number, { at: number; run: () => void }>();
  let now = 0;
  let nextTimer = 0;
  let refusal: Failure | null = null;
  let hold = Promise.resolve<undefined>(undefined);
  const saver = createNoteSaver({
    save: async (passageId, note): Promise<Outcome<null>> => {
      await hold;
      if (refusal !== null) return { ok: false, failure: refusal };
      saved.push([passageId, note]);
      return { ok: true, value: null };
    },
    later: (run, milliseconds) => {
      const id = ++nextTimer;
      timers.set(id, { at: now + milliseconds, run });
      return () => timers.delete(id);
    },
    onChange: () => undefined,
  });
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  return {
    saver,
    saved,
    settle,
    refuse: (failure: Failure | null) => (refusal = failure),
    holdUntil: (release: Promise<undefined>): void => {
      hold = release;
    },
    wind: async (milliseconds: number): Promise<void> => {
      now += milliseconds;
      for (const [id, timer] of [...timers]) {
        if (timer.at > now) continue;
        timers.delete(id);
        timer.run();
      }
      await settle();
    },
  };
}

describe('createNoteSaver', () => {
  it('saves soon after the first key, with what was typed by then, and goes on while typing does', async () => {
    const { saver, saved, wind } = bench();
    saver.edit(1, 'a');
    await wind(NOTE_PAUSE_MS - 1);
    saver.edit(1, 'ab');
    expect(saved).toEqual([]);
    expect(saver.stateOf(1)).toBe('unsaved');
    await wind(1);
    expect(saved).toEqual([[1, 'ab']]);
    for (const note of ['abc', 'abcd', 'abcde']) {
      saver.edit(1, note);
      await wind(NOTE_PAUSE_MS / 2);
    }
    expect(saved.at(-1)).toEqual([1, 'abcd']);
    await wind(NOTE_PAUSE_MS / 2);
    expect(saved.at(-1)).toEqual([1, 'abcde']);
    expect(saver.stateOf(1)).toBe('saved');
    expect(saver.draftOf(1)).toBeNull();
  });

  it('saves at once when the field is left, also for another passage', async () => {
    const { saver, saved } = bench();
    saver.edit(1, 'one');
    saver.edit(2, 'two');
    await saver.flush();
    expect(saved).toEqual([
      [1, 'one'],
      [2, 'two'],
    ]);
  });

  it('keeps what could not be saved and tries again', async () => {
    const { saver, saved, refuse, wind } = bench();
    refuse({ kind: 'disk-full' });
    saver.edit(1, 'dear');
    await wind(NOTE_PAUSE_MS);
    expect(saver.stateOf(1)).toBe('failed');
    expect(saver.draftOf(1)).toBe('dear');
    refuse(null);
    await wind(NOTE_RETRY_MS);
    expect(saved).toEqual([[1, 'dear']]);
    expect(saver.draftOf(1)).toBeNull();
  });

  it('keeps what is typed while an older text is being saved', async () => {
    const { saver, saved, holdUntil, wind, settle } = bench();
    const { promise, resolve: release } = Promise.withResolvers<undefined>();
    holdUntil(promise);
    saver.edit(1, 'old');
    await wind(NOTE_PAUSE_MS);
    saver.edit(1, 'new');
    release(undefined);
    await settle();
    expect(saved).toEqual([[1, 'old']]);
    expect(saver.draftOf(1)).toBe('new');
    await wind(NOTE_PAUSE_MS);
    expect(saved.at(-1)).toEqual([1, 'new']);
  });

  it('lets go of the note of a passage that was deleted', async () => {
    const { saver, refuse, wind } = bench();
    refuse({ kind: 'not-found', noun: 'passage' });
    saver.edit(1, 'late');
    await wind(NOTE_PAUSE_MS);
    expect(saver.draftOf(1)).toBeNull();
  });
});
