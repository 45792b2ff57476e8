/** Selections as the values of a list of choices. */
import type { ExcerptSelection } from '../../../shared/domain/excerpt.ts';
import type { LabelKind } from '../../../shared/domain/label.ts';

export function selectionKey(selection: ExcerptSelection): string {
  switch (selection.kind) {
    case 'all':
    case 'search':
      return selection.kind;
    case 'tag':
    case 'case':
    case 'event':
      return `${selection.kind}/${selection.id}`;
  }
}

/** @param search what `search` stands for */
export function selectionOfKey(key: string, search: ExcerptSelection | null): ExcerptSelection {
  if (key === 'search' && search !== null) return search;
  const [kind, id] = key.split('/');
  if (isLabelKind(kind) && id !== undefined) return { kind, id: Number(id) };
  return { kind: 'all' };
}

function isLabelKind(kind: string | undefined): kind is LabelKind {
  return kind === 'tag' || kind === 'case' || kind === 'event';
}
