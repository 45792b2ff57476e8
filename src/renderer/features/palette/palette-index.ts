/** The label book made ready for matching: folded once, so that a keystroke only compares. */
import type { LabelBook, LabelKind, QuickKey, Tag } from '../../../shared/domain/label.ts';
import type { PassageColour } from '../../../shared/domain/passage.ts';
import { foldName } from './fold-name.ts';

export interface PaletteEntry {
  readonly kind: LabelKind;
  readonly id: number;
  readonly name: string;
  /** Names of the tags above a tag, outermost first; date and place of an event; empty for a case. */
  readonly context: string;
  readonly colour: PassageColour | null;
  readonly quickKey: QuickKey | null;
  /** Other names, one a line. */
  readonly aliases: string;
  /** Own name, other names and context, folded. */
  readonly folded: string;
  /** Own name, then the others, folded. */
  readonly foldedNames: readonly string[];
  /** Where words start in `folded`, ascending. */
  readonly wordStarts: readonly number[];
}

/** Entries of each kind, most recently used first (the order of the book). */
export interface PaletteIndex {
  readonly tag: readonly PaletteEntry[];
  readonly case: readonly PaletteEntry[];
  readonly event: readonly PaletteEntry[];
}

export function indexLabels(book: LabelBook): PaletteIndex {
  const tags = new Map(book.tags.map((tag) => [tag.id, tag]));
  return {
    tag: book.tags.map((tag) =>
      entry({
        kind: 'tag',
        id: tag.id,
        name: tag.name,
        context: pathOf(tag, tags),
        colour: tag.colour,
        quickKey: tag.quickKey,
        aliases: tag.aliases,
      }),
    ),
    case: book.cases.map(({ id, title, aliases }) =>
      entry({ kind: 'case', id, name: title, context: '', colour: null, quickKey: null, aliases }),
    ),
    event: book.events.map(({ id, title, date, place, aliases }) =>
      entry({
        kind: 'event',
        id,
        name: title,
        context: [date, place].filter((part) => part !== '').join(', '),
        colour: null,
        quickKey: null,
        aliases,
      }),
    ),
  };
}

/** Names of the tags above, «Violence / In custody»; a loop in the data ends the walk. */
function pathOf(tag: Tag, tags: ReadonlyMap<number, Tag>): string {
  const names: string[] = [];
  const seen = new Set([tag.id]);
  let above = tag.parentId === null ? undefined : tags.get(tag.parentId);
  while (above !== undefined && !seen.has(above.id)) {
    seen.add(above.id);
    names.unshift(above.name);
    above = above.parentId === null ? undefined : tags.get(above.parentId);
  }
  return names.join(' / ');
}

function entry(fields: Omit<PaletteEntry, 'folded' | 'foldedNames' | 'wordStarts'>): PaletteEntry {
  const foldedNames = [fields.name, ...fields.aliases.split('\n')]
    .map(foldName)
    .filter((name) => name !== '');
  const folded = [...foldedNames, foldName(fields.context)].filter((part) => part !== '').join(' ');
  return { ...fields, folded, foldedNames, wordStarts: wordStartsOf(folded) };
}

function wordStartsOf(folded: string): number[] {
  return Array.from(folded.matchAll(/[\p{L}\p{N}]+/gu), (match) => match.index);
}
