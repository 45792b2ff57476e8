/** What a step did, in words. */
import type { i18n } from 'i18next';
import type { CommandWords } from '../domain/command.ts';

/** Commands that are told in a sentence of their own. */
const TOLD = [
  'passage.delete',
  'passage.merge',
  'passage.link',
  'passage.unlink',
  'tag.delete',
  'tag.pin',
  'case.delete',
  'event.delete',
  'document.delete',
  'saved-search.delete',
] as const;
type Told = (typeof TOLD)[number];

/** «tag “torture”», for «Undo …»; without a name where there is none: «tag», «deletion of 3 passages». */
export function commandText(i18n: i18n, words: CommandWords): string {
  const t = i18n.getFixedT(null, 'commands');
  const { command, label, count, name } = words;
  const named = name === null ? {} : { context: 'named' as const, name };
  if (command === 'passage.link' || command === 'passage.unlink') {
    return t(`of-${command}-${label ?? 'tag'}`, named);
  }
  return t(`of-${command}` as 'of-passage.delete', { count, ...named });
}

/** «Tag “torture” removed»; null for commands whose effect is seen anyhow. */
export function commandSentence(i18n: i18n, words: CommandWords): string | null {
  const { command, label, count, name } = words;
  if (!isTold(command)) return null;
  const t = i18n.getFixedT(null, 'commands');
  const key =
    command === 'passage.link' || command === 'passage.unlink'
      ? (`done-${command}-${label ?? 'tag'}` as const)
      : (`done-${command}` as const);
  return t(key as 'done-passage.delete', { count, name: name ?? '' });
}

function isTold(command: CommandWords['command']): command is Told {
  return (TOLD as readonly string[]).includes(command);
}
