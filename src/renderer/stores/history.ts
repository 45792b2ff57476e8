/** Runs the commands of a person, and takes them back. Every change of the library goes through `runCommand`. */
import { create } from 'zustand';
import type {
  CommandKind,
  CommandResult,
  CommandWords,
  LibraryCommand,
} from '../../shared/domain/command.ts';
import type { Failure, Outcome } from '../../shared/failure.ts';
import { commandSentence, commandText } from '../../shared/i18n/command-text.ts';
import { call } from '../api.ts';
import { i18n, wordsOf } from '../i18n.ts';
import { showFailure, showNotice } from './notices.ts';

export interface HistorySlice {
  /** What can be taken back next, and what can be done again. */
  readonly undoes: CommandWords | null;
  readonly redoes: CommandWords | null;
}

export const useHistory = create<HistorySlice>()(() => ({ undoes: null, redoes: null }));

/** How often something was undone or done again: what fields believe to have saved may be gone then. */
export const useTurns = create<{ readonly turns: number }>()(() => ({ turns: 0 }));

/** Commands that take something away: they are told, with «Undo» at hand. */
const TAKES_AWAY: ReadonlySet<CommandKind> = new Set([
  'passage.delete',
  'passage.merge',
  'passage.unlink',
  'tag.delete',
  'case.delete',
  'event.delete',
  'document.delete',
  'saved-search.delete',
]);

/** Only the latest can be undone, so only the latest is told. */
const TOPIC = 'history';

/**
 * Runs a command and answers its outcome; a failure is shown as well, so that a caller may ignore it.
 * @param options.untold the failure that is not shown.
 */
export async function runCommand(
  command: LibraryCommand,
  { untold }: { readonly untold?: Failure['kind'] } = {},
): Promise<Outcome<CommandResult>> {
  const outcome = await call('command.run', { command });
  if (!outcome.ok && outcome.failure.kind === untold) return outcome;
  if (note(outcome) && TAKES_AWAY.has(outcome.value.command)) tellDone(outcome.value);
  return outcome;
}

/** Says what was done, with «Undo» at hand: for what cannot be seen where the person looks. */
export function tellDone({ words }: CommandResult): void {
  showNotice({
    topic: TOPIC,
    tone: 'info',
    text: commandSentence(i18n, words) ?? commandText(i18n, words),
    act: { label: i18n.t('undo', { ns: 'commands' }), run: () => void undo() },
  });
}

export async function undo(): Promise<void> {
  const outcome = await call('command.undo', {});
  if (!note(outcome)) return;
  noteTurn();
  const what = commandText(i18n, outcome.value.words);
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
  noteTurn();
  const what = commandText(i18n, outcome.value.words);
  showNotice({ topic: TOPIC, tone: 'info', text: i18n.t('redone', { ns: 'commands', what }) });
}

function noteTurn(): void {
  useTurns.setState(({ turns }) => ({ turns: turns + 1 }));
}

/** A key pressed once too often: said in passing, not as a problem that stays until it is put away. */
const PASSING: ReadonlySet<Failure['kind']> = new Set(['nothing-to-undo', 'nothing-to-redo']);

function note(outcome: Outcome<CommandResult>): outcome is Extract<typeof outcome, { ok: true }> {
  if (!outcome.ok) {
    const { failure } = outcome;
    if (!PASSING.has(failure.kind)) showFailure(failure);
    else showNotice({ topic: TOPIC, tone: 'info', text: wordsOf(failure) });
    return false;
  }
  noteHistory(outcome.value);
  return true;
}

/** Takes in what can be undone now; the menu is told without names, which are nothing for main. */
export function noteHistory({ undoes, redoes }: CommandResult): void {
  useHistory.setState({ undoes, redoes });
  void call('menu.history', { undoes: unnamed(undoes), redoes: unnamed(redoes) });
}

function unnamed(words: CommandWords | null) {
  return words && { command: words.command, label: words.label, count: words.count };
}
