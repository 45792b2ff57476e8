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

/** How many of the passages are tied to a label. */
export function tiedOf(
  passages: readonly Passage[],
  { kind, id }: LabelRef,
): 'all' | 'some' | 'none' {
  const tied = passages.filter((passage) => passage[`${kind}Ids`].includes(id)).length;
  if (tied === 0) return 'none';
  return tied === passages.length ? 'all' : 'some';
}

/** The passages that the palette is open for; none while words are not a passage yet. */
export function passagesOf(target: PaletteTarget, all: readonly Passage[]): readonly Passage[] {
  if (target.kind === 'words') return [];
  const ids = new Set(target.passageIds);
  return all.filter(({ id }) => ids.has(id));
}

/** Whether a row was done, and what the palette goes on with. */
export interface Applied {
  readonly done: boolean;
  readonly target: PaletteTarget;
}

/**
 * Does what a row says: ties, unties when all are tied already, creates and ties. Words become a passage with the first
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
    const next: PaletteTarget = { kind: 'passages', passageIds: [passageId] };
    usePalette.setState((slice) => (slice.target === target ? { target: next } : slice));
    return { done: true, target: next };
  }
  const { passageIds } = target;
  const passages = passagesOf(target, useReader.getState().passages);
  const outcome =
    label.id !== null && tiedOf(passages, label) === 'all'
      ? await runCommand({ kind: 'passage.unlink', passageIds, label })
      : await runCommand({ kind: 'passage.link', passageIds, label });
  if (outcome.ok) await reloadPassages();
  return { done: outcome.ok, target };
}
