import type { PassageColour } from '../../../../shared/domain/passage.ts';
import { useLabels } from '../../../stores/labels.ts';
import { useSettings } from '../../../stores/settings.ts';
import { useReader } from '../reader-store.ts';

type ColourOf = (passageId: number, chosen: PassageColour) => PassageColour;

/** The colour a passage is drawn in: its own, or that of its first tag that has one, whichever is set. */
export function useColourOf(): ColourOf {
  const byTag = useSettings(({ settings }) => settings?.colourByTag ?? false);
  const passages = useReader((slice) => slice.passages);
  const tags = useLabels((slice) => slice.book.tags);
  if (!byTag) return (_passageId, chosen) => chosen;
  const colours = new Map(tags.map(({ id, colour }) => [id, colour]));
  const tagIdsOf = new Map(passages.map(({ id, tagIds }) => [id, tagIds]));
  return (passageId, chosen) => {
    for (const tag of tagIdsOf.get(passageId) ?? []) {
      const colour = colours.get(tag) ?? null;
      if (colour !== null) return colour;
    }
    return chosen;
  };
}
