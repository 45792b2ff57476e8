/** Which passages of the panel fit what was typed. Pure. */
import type { LabelBook, LabelKind } from '../../../../shared/domain/label.ts';
import type { Passage, PassageColour } from '../../../../shared/domain/passage.ts';
import { foldName } from '../../palette/fold-name.ts';

/** Names of labels by id, as chips show them. */
export interface LabelNames {
  readonly tag: ReadonlyMap<number, string>;
  readonly case: ReadonlyMap<number, string>;
  readonly event: ReadonlyMap<number, string>;
}

export function labelNamesOf({ tags, cases, events }: LabelBook): LabelNames {
  return {
    tag: new Map(tags.map(({ id, name }) => [id, name])),
    case: new Map(cases.map(({ id, title }) => [id, title])),
    event: new Map(events.map(({ id, title }) => [id, title])),
  };
}

/** What the panel is narrowed to; null and empty narrow nothing. */
export interface PassageFilter {
  readonly text: string;
  readonly tag: number | null;
  readonly case: number | null;
  readonly event: number | null;
  readonly colour: PassageColour | null;
}

export const NO_FILTER: PassageFilter = {
  text: '',
  tag: null,
  case: null,
  event: null,
  colour: null,
};

export function isFiltered({ text, ...chosen }: PassageFilter): boolean {
  return text.trim() !== '' || Object.values(chosen).some((value) => value !== null);
}

/**
 * Passages that have every word of the text in their quote, note or labels, and the chosen labels and colour; order is
 * kept.
 */
export function filterPassages(
  passages: readonly Passage[],
  filter: PassageFilter,
  names: LabelNames,
): readonly Passage[] {
  if (!isFiltered(filter)) return passages;
  const words = foldName(filter.text)
    .split(' ')
    .filter((word) => word !== '');
  return passages.filter((passage) => {
    if (filter.tag !== null && !passage.tagIds.includes(filter.tag)) return false;
    if (filter.case !== null && !passage.caseIds.includes(filter.case)) return false;
    if (filter.event !== null && !passage.eventIds.includes(filter.event)) return false;
    if (filter.colour !== null && passage.colour !== filter.colour) return false;
    if (words.length === 0) return true;
    const text = foldName(
      [
        passage.quote,
        passage.note,
        ...passage.tagIds.map((id) => names.tag.get(id) ?? ''),
        ...passage.caseIds.map((id) => names.case.get(id) ?? ''),
        ...passage.eventIds.map((id) => names.event.get(id) ?? ''),
      ].join('\n'),
    );
    return words.every((word) => text.includes(word));
  });
}

export interface FilterChoice {
  readonly id: number;
  readonly name: string;
  /** Passages of the document that have it. */
  readonly count: number;
}

/** The labels that the passages have, by name. */
export function filterChoices(
  passages: readonly Passage[],
  kind: LabelKind,
  names: LabelNames,
  collator: Intl.Collator,
): FilterChoice[] {
  const counts = new Map<number, number>();
  for (const passage of passages) {
    for (const id of passage[`${kind}Ids`]) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts]
    .map(([id, count]) => ({ id, count, name: names[kind].get(id) ?? '' }))
    .toSorted((a, b) => collator.compare(a.name, b.name));
}
