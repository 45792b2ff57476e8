/**
 * The notes being written in this window. They outlive the field, so that nothing is lost when the panel is closed; they
 * never outlive the library: its page ends with it.
 */
import { create } from 'zustand';
import { call } from '../../../api.ts';
import { noteHistory } from '../../../stores/history.ts';
import { ALL_PANES } from '../panes/pane.ts';
import { createNoteSaver } from './note-saver.ts';

/** Grows when the state of some note changed. */
export const useNoteVersion = create<{ version: number }>()(() => ({ version: 0 }));

export const noteSaver = createNoteSaver({
  save: async (passageId, note) => {
    // Not through `runCommand`: a failure is shown at the note and tried again, not in a message each time.
    const command = { kind: 'passage.note' as const, passageId, note };
    const outcome = await call('command.run', { command });
    if (outcome.ok) {
      // Before the draft goes: until the passages are asked for again, the field would show the note of before.
      takeNote(passageId, note);
      noteHistory(outcome.value);
    }
    return outcome;
  },
  later: (run, milliseconds) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
  onChange: () => useNoteVersion.setState(({ version }) => ({ version: version + 1 })),
});

function takeNote(passageId: number, note: string): void {
  for (const { reader } of ALL_PANES) {
    reader.setState(({ passages }) => ({
      passages: passages.map((one) => (one.id === passageId ? { ...one, note } : one)),
    }));
  }
}
