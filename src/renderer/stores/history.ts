/** Runs the commands of a person, and takes them back. Every change of the library goes through `runCommand`. */
import { create } from 'zustand';
import type { CommandKind, CommandResult, LibraryCommand } from '../../shared/domain/command.ts';
import type { Outcome } from '../../shared/failure.ts';
import { call } from '../api.ts';
import { i18n } from '../i18n.ts';
import { showFailure, showNotice } from './notices.ts';

export interface HistorySlice {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export const useHistory = create<HistorySlice>()(() => ({ canUndo: false, canRedo: false }));

/** Commands that take something away: they are told, with «Undo» at hand. */
const TAKES_AWAY: ReadonlySet<CommandKind> = new Set([
  'passage.delete',
  'passage.unlink',
  'tag.delete',
  'case.delete',
  'event.delete',
  'document.delete',
]);

/** Only the latest can be undone, so only the latest is told. */
const TOPIC = 'history';

/** Runs a command and answers its outcome; a failure is shown as well, so that a caller may ignore it. */
export async function runCommand(command: LibraryCommand): Promise<Outcome<CommandResult>> {
  const outcome = await call('command.run', { command });
  if (note(outcome) && TAKES_AWAY.has(outcome.value.command)) {
    showNotice({
      topic: TOPIC,
      tone: 'info',
      text: wordsOfCommand(outcome.value),
      act: { label: i18n.t('undo', { ns: 'commands' }), run: () => void undo() },
    });
  }
  return outcome;
}

export async function undo(): Promise<void> {
  const outcome = await call('command.undo', {});
  if (!note(outcome)) return;
  const what = wordsOfCommand(outcome.value);
  showNotice({
    topic: TOPIC,
    tone: 'info',
    text: i18n.t('undone', { ns: 'commands', what }),
    act: { label: i18n.t('redo', { ns: 'commands' }), run: () => void redo() },
  });
}

export async function redo(): Promise<void> {
  const outcome = await call('command.redo', {});
  if (!note(outcome)) return;
  const what = wordsOfCommand(outcome.value);
  showNotice({ topic: TOPIC, tone: 'info', text: i18n.t('redone', { ns: 'commands', what }) });
}

function note(outcome: Outcome<CommandResult>): outcome is Extract<typeof outcome, { ok: true }> {
  if (!outcome.ok) {
    showFailure(outcome.failure);
    return false;
  }
  const { canUndo, canRedo } = outcome.value;
  useHistory.setState({ canUndo, canRedo });
  return true;
}

/** What a command did, in the words of the person. */
function wordsOfCommand(result: CommandResult): string {
  return i18n.t(result.command, { ns: 'commands', count: Math.max(1, result.passageIds.length) });
}
