/** The passages from one to another, as Shift takes them. Pure. */
import type { Passage } from '../../../../shared/domain/passage.ts';

/** Ids of `order` from `from` to `to`, inclusive, whichever comes first; `to` alone when `from` is not among them. */
export function rangeOf(order: readonly Passage[], from: number | null, to: number): number[] {
  const start = order.findIndex(({ id }) => id === from);
  const end = order.findIndex(({ id }) => id === to);
  if (start < 0 || end < 0) return [to];
  return order.slice(Math.min(start, end), Math.max(start, end) + 1).map(({ id }) => id);
}
