/** Ties and unties what the palette is open for. */
import type { LabelTarget } from '../../../shared/domain/command.ts';
import type { LabelRef } from '../../../shared/domain/label.ts';
import type { Passage } from '../../../shared/domain/passage.ts';
import { runCommand } from '../../stores/history.ts';
import { reloadPassages } from '../reader/load-reader.ts';
import { createPassage } from '../reader/passage-commands.ts';
import { usePalette, type PaletteTarget } from './palette-store.ts';
import type { PaletteRow } from './palette-rows.ts';

/** Whether a passage is tied to a label. */
export function isTied(passage: Passage | null, { kind, id }: LabelRef): boolean {
  if (passage === null) return false;
  const ids = { tag: passage.tagIds, case: passage.caseIds, event: passage.eventIds }[kind];
  return ids.includes(id);
}

/**
 * Does what a row says: ties, unties when it is tied already, creates and ties. Words become a passage with the first
 * label, and the palette then goes on with that passage. Answers whether it was done.
 */
export async function applyRow(
  row: PaletteRow,
  target: PaletteTarget,
  passage: Passage | null,
): Promise<boolean> {
  const label: LabelTarget =
    row.kind === 'create'
      ? { kind: row.label, id: null, name: row.name }
      : { kind: row.entry.kind, id: row.entry.id };
  if (target.kind === 'words') {
    const passageId = await createPassage(target.words, [label]);
    if (passageId === null) return false;
    usePalette.setState((slice) =>
      slice.target === target ? { target: { kind: 'passage', passageId } } : slice,
    );
    return true;
  }
  const passageIds = [target.passageId];
  const outcome =
    label.id !== null && isTied(passage, label)
      ? await runCommand({ kind: 'passage.unlink', passageIds, label })
      : await runCommand({ kind: 'passage.link', passageIds, label });
  if (outcome.ok) await reloadPassages();
  return outcome.ok;
}
