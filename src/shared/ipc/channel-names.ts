/** The names of the contract without its schemas: all that the preload needs to refuse anything else. */
import type { ChannelName } from './contract.ts';

/** A record, so that the compiler refuses a name left out as well as one too many. */
export const CHANNEL_NAMES: Readonly<Record<ChannelName, true>> = {
  'session.state': true,
  'session.places': true,
  'session.choose-parent': true,
  'session.choose-library': true,
  'session.create': true,
  'session.unlock': true,
  'session.lock': true,
  'import.choose': true,
  'import.start': true,
  'import.samples': true,
  'import.report': true,
  'job.list': true,
  'job.cancel': true,
  'document.list': true,
  'document.get': true,
  'document.pages': true,
  'document.bytes': true,
  'passage.list': true,
  'label.book': true,
  'excerpt.list': true,
  'search.query': true,
  'command.run': true,
  'command.undo': true,
  'command.redo': true,
  'export.run': true,
  'keys.slots': true,
  'keys.change-passphrase': true,
  'keys.add-slot': true,
  'keys.remove-slot': true,
  'keys.recovery-sheet': true,
  'keys.confirm-sheet': true,
  'keys.reencrypt': true,
  'settings.get': true,
  'settings.set': true,
  'clipboard.write': true,
};

/** Whether a value from outside names a channel of the contract. */
export function isChannelName(value: unknown): value is ChannelName {
  return typeof value === 'string' && Object.hasOwn(CHANNEL_NAMES, value);
}
