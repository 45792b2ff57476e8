/**
 * Saves notes while they are typed: soon after the first key, at once when the field is left. What could not be saved is
 * kept and tried again. Timers and the save itself are given, so that it is tested without either.
 */
import type { Outcome } from '../../../../shared/failure.ts';

export type NoteState = 'saved' | 'unsaved' | 'failed';

export interface NoteSaver {
  /** Takes in what was typed. */
  readonly edit: (passageId: number, note: string) => void;
  /** Saves now what waits. */
  readonly flush: () => Promise<void>;
  /** What was typed and is not saved yet; null when the record has it. */
  readonly draftOf: (passageId: number) => string | null;
  readonly stateOf: (passageId: number) => NoteState;
}

/** After the first key that is not saved: what is typed without a pause is on the disk within a second, too. */
export const NOTE_PAUSE_MS = 600;
/** After a save that failed. */
export const NOTE_RETRY_MS = 5000;

interface Draft {
  readonly note: string;
  readonly state: Exclude<NoteState, 'saved'>;
}

interface NoteSaverParts {
  readonly save: (passageId: number, note: string) => Promise<Outcome<unknown>>;
  /** Runs something later; answers how to call it off. */
  readonly later: (run: () => void, milliseconds: number) => () => void;
  readonly onChange: () => void;
}

export function createNoteSaver({ save, later, onChange }: NoteSaverParts): NoteSaver {
  const drafts = new Map<number, Draft>();
  let callOff: () => void = () => undefined;
  /** A save is on its way to be made. */
  let planned = false;
  /** Saves follow each other, so that an older text never overwrites a newer one. */
  let running: Promise<void> = Promise.resolve();

  const plan = (milliseconds: number): void => {
    callOff();
    planned = true;
    callOff = later(() => void flush(), milliseconds);
  };

  async function saveAll(): Promise<void> {
    let failed = false;
    for (const [passageId, { note }] of [...drafts]) {
      const outcome = await save(passageId, note);
      // A passage that was deleted meanwhile has nowhere to keep a note.
      const gone = !outcome.ok && outcome.failure.kind === 'not-found';
      if (outcome.ok || gone) {
        if (drafts.get(passageId)?.note === note) drafts.delete(passageId);
      } else {
        failed = true;
        const latest = drafts.get(passageId)?.note ?? note;
        drafts.set(passageId, { note: latest, state: 'failed' });
      }
    }
    onChange();
    if (failed) plan(NOTE_RETRY_MS);
  }

  function flush(): Promise<void> {
    callOff();
    planned = false;
    running = running.then(() => (drafts.size === 0 ? undefined : saveAll()));
    return running;
  }

  return {
    edit: (passageId, note) => {
      const stateBefore = drafts.get(passageId)?.state;
      drafts.set(passageId, { note, state: 'unsaved' });
      if (!planned || stateBefore === 'failed') plan(NOTE_PAUSE_MS);
      onChange();
    },
    flush,
    draftOf: (passageId) => drafts.get(passageId)?.note ?? null,
    stateOf: (passageId) => drafts.get(passageId)?.state ?? 'saved',
  };
}
