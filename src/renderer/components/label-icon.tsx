import { CalendarDays, FolderClosed, Tag } from 'lucide-react';
import type { LabelKind } from '../../shared/domain/label.ts';

const ICONS = { tag: Tag, case: FolderClosed, event: CalendarDays } as const;

/** The sign of a tag, a case or an event, the same everywhere. */
export function LabelIcon({ kind, size = 14 }: { kind: LabelKind; size?: number }) {
  const Icon = ICONS[kind];
  return <Icon size={size} aria-hidden />;
}
