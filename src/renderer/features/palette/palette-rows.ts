/** What the palette lists for one query: the labels that fit, by kind, then what can be created. */
import type { LabelKind } from '../../../shared/domain/label.ts';
import { matchLabels, RANK, type Rank } from './match-labels.ts';
import type { PaletteEntry, PaletteIndex } from './palette-index.ts';

export const LABEL_KINDS = ['tag', 'case', 'event'] as const satisfies readonly LabelKind[];

/** Rows of one kind that are shown at once; the rest is found by typing on. */
const SHOWN_PER_KIND = 7;

export type PaletteRow =
  { kind: 'label'; entry: PaletteEntry } | { kind: 'create'; label: LabelKind; name: string };

export interface PaletteGroup {
  readonly kind: LabelKind | 'create';
  readonly rows: readonly PaletteRow[];
  /** Labels that fit and are not shown. */
  readonly more: number;
}

export interface PaletteList {
  /** Without empty groups. */
  readonly groups: readonly PaletteGroup[];
  /** The rows of all groups, in order. */
  readonly rows: readonly PaletteRow[];
  /** Index into `rows` of what Enter means: the best fit, or the first thing to create; -1 when there is nothing. */
  readonly best: number;
}

/** @param only lists and creates one kind alone; null for all. */
export function listPalette(
  index: PaletteIndex,
  query: string,
  only: LabelKind | null = null,
): PaletteList {
  const kinds = only === null ? LABEL_KINDS : [only];
  const groups: PaletteGroup[] = [];
  const rows: PaletteRow[] = [];
  const name = query.replace(/\s+/gu, ' ').trim();
  let best = -1;
  let bestRank: Rank | null = null;
  const taken = new Set<LabelKind>();
  for (const kind of kinds) {
    const { found, total } = matchLabels(index[kind], name, SHOWN_PER_KIND);
    if (found.length === 0) continue;
    for (const [position, { rank }] of found.entries()) {
      if (rank === RANK.exact) taken.add(kind);
      if (bestRank !== null && rank >= bestRank) continue;
      bestRank = rank;
      best = rows.length + position;
    }
    const labels = found.map(({ entry }): PaletteRow => ({ kind: 'label', entry }));
    groups.push({ kind, rows: labels, more: total - labels.length });
    rows.push(...labels);
  }
  if (name === '') return { groups, rows, best };
  // Two events may bear one title (a second arrest of one man); tags and cases may not.
  const creatable = kinds.filter((kind) => kind === 'event' || !taken.has(kind));
  const create = creatable.map((label): PaletteRow => ({ kind: 'create', label, name }));
  if (best === -1) best = rows.length;
  groups.push({ kind: 'create', rows: create, more: 0 });
  rows.push(...create);
  return { groups, rows, best };
}
