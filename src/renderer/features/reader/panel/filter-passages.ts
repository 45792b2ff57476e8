/** Which passages of the panel fit what was typed. Pure. */
import type { LabelBook } from '../../../../shared/domain/label.ts';
import type { Passage } from '../../../../shared/domain/passage.ts';
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

/** Passages that have every word of `filter` in their quote, note or labels; order is kept. */
export function filterPassages(
  passages: readonly Passage[],
  filter: string,
  names: LabelNames,
): readonly Passage[] {
  const words = foldName(filter)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return passages;
  return passages.filter((passage) => {
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
