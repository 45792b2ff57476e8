/** Tags form a tree; lists show it as rows with a depth. */
import type { Tag } from '../../../shared/domain/label.ts';

export interface TagRow {
  readonly tag: Tag;
  /** 0 at the top. */
  readonly depth: number;
}

/** Every tag below its parent, by name. A tag whose parent is missing stands at the top, so none is lost. */
export function tagRows(tags: readonly Tag[], collator: Intl.Collator): TagRow[] {
  const ids = new Set(tags.map((tag) => tag.id));
  const children = Map.groupBy(tags, (tag) =>
    tag.parentId !== null && ids.has(tag.parentId) ? tag.parentId : null,
  );
  const below = (parentId: number | null, depth: number): TagRow[] =>
    (children.get(parentId) ?? [])
      .toSorted((a, b) => collator.compare(a.name, b.name))
      .flatMap((tag) => [{ tag, depth }, ...below(tag.id, depth + 1)]);
  return below(null, 0);
}

/** The tag and everything below it: what it cannot be put under. */
export function tagAndBelow(tags: readonly Tag[], id: number): ReadonlySet<number> {
  const found = new Set([id]);
  let before = 0;
  while (found.size > before) {
    before = found.size;
    for (const tag of tags) if (tag.parentId !== null && found.has(tag.parentId)) found.add(tag.id);
  }
  return found;
}

/** Names from the top of the tree down to the tag, the tag itself left out. */
export function pathAbove(tags: readonly Tag[], tag: Tag): string[] {
  const path: string[] = [];
  let parentId = tag.parentId;
  while (parentId !== null && path.length < tags.length) {
    const parent = tags.find((other) => other.id === parentId);
    if (parent === undefined) break;
    path.unshift(parent.name);
    parentId = parent.parentId;
  }
  return path;
}
