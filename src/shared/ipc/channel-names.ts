/** The names of the contract and who answers them, without its schemas: all that the preload needs to route and refuse. */
import type { ChannelName, Contract } from './contract.ts';

/** A record, so that the compiler refuses a name left out, one too many, and a wrong owner. */
export const CHANNEL_OWNERS: Readonly<{ [C in ChannelName]: Contract[C]['owner'] }> = {
  'session.state': 'main',
  'session.places': 'main',
  'session.choose-parent': 'main',
  'session.choose-library': 'main',
  'session.place-warnings': 'main',
  'session.create': 'door',
  'session.unlock': 'door',
  'session.recover': 'door',
  'session.enter': 'main',
  'session.lock': 'main',
  'keys.erase': 'main',
  'session.typing-saved': 'main',
  'library.summary': 'library',
  'import.choose': 'main',
  'import.start': 'library',
  'import.samples': 'main',
  'import.report': 'library',
  'job.list': 'library',
  'job.cancel': 'library',
  'job.pause': 'library',
  'job.resume': 'library',
  'import.list': 'library',
  'import.forget': 'library',
  'document.list': 'library',
  'document.get': 'library',
  'document.pages': 'library',
  'document.open-cage': 'main',
  'document.close-cage': 'main',
  'passage.list': 'library',
  'label.book': 'library',
  'excerpt.list': 'library',
  'search.query': 'library',
  'command.run': 'library',
  'command.undo': 'library',
  'command.redo': 'library',
  'export.run': 'main',
  'keys.slots': 'library',
  'keys.change-passphrase': 'library',
  'keys.add-slot': 'library',
  'keys.remove-slot': 'library',
  'keys.recovery-sheet': 'library',
  'keys.confirm-sheet': 'library',
  'keys.reencrypt': 'library',
  'settings.get': 'library',
  'settings.set': 'library',
  'sheet.save': 'main',
  'clipboard.write': 'main',
  'clipboard.release': 'main',
};

/** Whether a value from outside names a channel of the contract. */
export function isChannelName(value: unknown): value is ChannelName {
  return typeof value === 'string' && Object.hasOwn(CHANNEL_OWNERS, value);
}
