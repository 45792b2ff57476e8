/** The labels of a passage, tags first. Pure. */
import type { LabelRef } from '../../../../shared/domain/label.ts';
import type { Passage } from '../../../../shared/domain/passage.ts';

export function labelRefsOf({ tagIds, caseIds, eventIds }: Passage): LabelRef[] {
  return [
    ...tagIds.map((id) => ({ kind: 'tag' as const, id })),
    ...caseIds.map((id) => ({ kind: 'case' as const, id })),
    ...eventIds.map((id) => ({ kind: 'event' as const, id })),
  ];
}
