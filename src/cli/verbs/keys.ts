import { addSlot, listSlots, removeSlot } from '../../core/library/keys/change-slots.ts';
import type { KeySlotInfo } from '../../shared/domain/keys.ts';
import { parse, required } from '../arguments.ts';
import { readNewPassphrase, readPassphrase } from '../secrets.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { withOpenLibrary } from '../with-library.ts';

export async function keys(terminal: Terminal, args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, {
    add: { type: 'string' },
    remove: { type: 'string' },
    'new-passphrase-file': { type: 'string' },
  });
  const { add, remove } = values;
  if (add !== undefined && remove !== undefined) throw new UsageError('add-or-remove');
  const folder = required(positionals[0], 'LIB');
  const t = terminal.words.getFixedT(null, 'cli');
  const passphrase = await readPassphrase(values['passphrase-file'], t('passphrase'));
  return withOpenLibrary(folder, passphrase, async (library) => {
    if (add !== undefined) {
      const next = await readNewPassphrase(terminal, values['new-passphrase-file'], {
        prompt: t('passphrase-of', { name: add }),
        known: [library.name, add],
      });
      await addSlot(library, passphrase, add, next);
    }
    if (remove !== undefined) await removeSlot(library, passphrase, remove);
    for (const slot of listSlots(library)) terminal.result(slot, lineOf(terminal, slot));
    return 0;
  });
}

function lineOf({ words }: Terminal, { id, name, createdAt, current }: KeySlotInfo): string {
  const t = words.getFixedT(null, 'cli');
  return t('slot', {
    id,
    name: name === '' ? t('slot-unnamed') : name,
    date: createdAt?.slice(0, 10) ?? '',
    current: current ? t('slot-current') : '',
  }).trimEnd();
}
