import { useState, type KeyboardEvent } from 'react';

export interface Moving {
  /** Index of the row the keys are on. */
  readonly at: number;
  readonly moveTo: (index: number) => void;
  /** Moves on arrows, Home, End and page keys; answers whether the key was one of them. */
  readonly onKey: (event: KeyboardEvent) => boolean;
}

/** Rows that Page Up and Page Down jump over. */
const PAGE_ROWS = 10;

type RowId = number | string;

/**
 * Keeps the row of a list that the keys are on; `onMove` brings it into view. The row is kept by its id, so that it is
 * still the same one after the list was sorted or grew.
 * @param listKey names the list: another one (a new query, another filter) starts at its first row
 */
export function useMoving(
  ids: readonly RowId[],
  listKey: string,
  onMove: (index: number) => void,
): Moving {
  const count = ids.length;
  const [wanted, setWanted] = useState<{ listKey: string; id: RowId | undefined; index: number }>({
    listKey,
    id: undefined,
    index: 0,
  });
  const found = wanted.id === undefined ? -1 : ids.indexOf(wanted.id);
  const near = found === -1 ? Math.min(wanted.index, Math.max(0, count - 1)) : found;
  const at = wanted.listKey === listKey ? near : 0;
  const moveTo = (index: number): void => {
    const next = Math.max(0, Math.min(count - 1, index));
    setWanted({ listKey, id: ids[next], index: next });
    onMove(next);
  };
  const onKey = (event: KeyboardEvent): boolean => {
    const next = nextIndex(event.key, at, count);
    if (next === null || count === 0 || event.ctrlKey || event.metaKey || event.altKey)
      return false;
    event.preventDefault();
    moveTo(next);
    return true;
  };
  return { at, moveTo, onKey };
}

/** Where a key leads to from a row; null when it is no key of movement. */
export function nextIndex(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, at + 1);
    case 'ArrowUp':
      return Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'PageDown':
      return Math.min(count - 1, at + PAGE_ROWS);
    case 'PageUp':
      return Math.max(0, at - PAGE_ROWS);
    default:
      return null;
  }
}
