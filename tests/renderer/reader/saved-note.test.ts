import { expect, test } from 'vitest';
import { noteSaver } from '../../../src/renderer/features/reader/panel/notes.ts';
import { paneOf } from '../../../src/renderer/features/reader/panes/pane.ts';
import type { Passage } from '../../../src/shared/domain/passage.ts';
import { installBridge } from '../bridge.ts';

test('a note that was saved is shown before the passages are asked for again', async () => {
  const asked = installBridge();
  const { reader } = paneOf('left');
  reader.setState({ passages: [{ id: 4, note: 'old' } as Passage] });
  noteSaver.edit(4, 'old and new');
  const saving = noteSaver.flush();
  await expect.poll(() => asked[0]?.channel).toBe('command.run');
  asked[0]?.answer({ ok: true, value: { command: 'passage.note', undoes: null, redoes: null } });
  await saving;
  const shown = noteSaver.draftOf(4) ?? reader.getState().passages[0]?.note;
  expect(shown).toBe('old and new');
});
