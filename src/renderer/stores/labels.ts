/** Tags, cases and events of the open library, as the library process told them. */
import { create } from 'zustand';
import type { Case, CaseEvent, LabelBook, LabelRef, Tag } from '../../shared/domain/label.ts';
import { call } from '../api.ts';
import { coalesce } from './coalesce.ts';
import { showFailure } from './notices.ts';

export interface LabelsSlice {
  /** Most recently used first, as the palette offers them. */
  readonly book: LabelBook;
  readonly loaded: boolean;
}

export const useLabels = create<LabelsSlice>()(() => ({
  book: { tags: [], cases: [], events: [] },
  loaded: false,
}));

/** Reloads the labels and their counts. */
export const loadLabels = coalesce(async () => {
  const outcome = await call('label.book', {});
  if (outcome.ok) useLabels.setState({ book: outcome.value, loaded: true });
  else showFailure(outcome.failure);
}, 150);

export type AnyLabel =
  { kind: 'tag'; label: Tag } | { kind: 'case'; label: Case } | { kind: 'event'; label: CaseEvent };

/** The label a reference is about; undefined when it is gone (deleted here or undone). */
export function findLabel(book: LabelBook, ref: LabelRef): AnyLabel | undefined {
  switch (ref.kind) {
    case 'tag': {
      const label = book.tags.find((tag) => tag.id === ref.id);
      return label && { kind: 'tag', label };
    }
    case 'case': {
      const label = book.cases.find((entry) => entry.id === ref.id);
      return label && { kind: 'case', label };
    }
    case 'event': {
      const label = book.events.find((entry) => entry.id === ref.id);
      return label && { kind: 'event', label };
    }
  }
}

/** Name of a label as it is shown everywhere. */
export function labelName(any: AnyLabel): string {
  return any.kind === 'tag' ? any.label.name : any.label.title;
}
