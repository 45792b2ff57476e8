/** Ties and unties what the palette is open for. */
import type { LabelTarget } from '../../../shared/domain/command.ts';
import type { LabelRef } from '../../../shared/domain/label.ts';
import type { Passage } from '../../../shared/domain/passage.ts';
import { runCommand } from '../../stores/history.ts';
import { reloadPassages } from '../reader/load-reader.ts';
import { createPassage } from '../reader/passage-commands.ts';
import { useReader } from '../reader/reader-store.ts';
import { usePalette, type PaletteTarget } from './palette-store.ts';
import type { PaletteRow } from './palette-rows.ts';

/** Whether a passage is tied to a label. */
export function isTied(passage: Passage | null, { kind, id }: LabelRef): boolean {
  if (passage === null) return false;
  const ids = { tag: passage.tagIds, case: passage.caseIds, event: passage.eventIds }[kind];
  return ids.includes(id);
}

/** Whether a row was done, and what the palette goes on with. */
export interface Applied {
  readonly done: boolean;
  readonly target: PaletteTarget;
}

/**
 * Does what a row says: ties, unties when it is tied already, creates and ties. Words become a passage with the first
 * label, and the palette then goes on with that passage.
 */
export async function applyRow(row: PaletteRow, target: PaletteTarget): Promise<Applied> {
  const label: LabelTarget =
    row.kind === 'create'
      ? { kind: row.label, id: null, name: row.name }
      : { kind: row.entry.kind, id: row.entry.id };
  if (target.kind === 'words') {
    const passageId = await createPassage(target.words, [label]);
    if (passageId === null) return { done: false, target };
    const next: PaletteTarget = { kind: 'passage', passageId };
    usePalette.setState((slice) => (slice.target === target ? { target: next } : slice));
    return { done: true, target: next };
  }
  const passageIds = [target.passageId];
  const passage = useReader.getState().passages.find(({ id }) => id === target.passageId) ?? null;
  const outcome =
    label.id !== null && isTied(passage, label)
      ? await runCommand({ kind: 'passage.unlink', passageIds, label })
      : await runCommand({ kind: 'passage.link', passageIds, label });
  if (outcome.ok) await reloadPassages();
  return { done: outcome.ok, target };
}
