/** What is typed is saved while it is typed; the saves of one field are one step to undo. */
import type { JournaledTable, Row, RowChange } from './row-journal.ts';

/** Columns that hold text a person types. */
const TYPED: Partial<Record<JournaledTable, ReadonlySet<string>>> = {
  passage: new Set(['note']),
  tag: new Set(['name', 'folded_name', 'aliases']),
  case_file: new Set(['title', 'folded_title', 'description', 'aliases']),
  case_event: new Set(['title', 'date', 'place', 'act', 'description', 'aliases']),
  source_document: new Set([
    'title',
    'authors',
    'publisher',
    'date',
    'source_url',
    'reference',
    'note',
  ]),
};
/** Says when a row was written, not what a person did to it. */
const CLOCK = 'updated_at';

/** One change out of two that are saves of the same typed field; null when they are anything else. */
export function joinTyped(
  first: readonly RowChange[],
  second: readonly RowChange[],
): RowChange | null {
  const [one, other] = [first[0], second[0]];
  if (!one || !other || first.length > 1 || second.length > 1) return null;
  if (one.table !== other.table || !one.before || !one.after || !other.before || !other.after) {
    return null;
  }
  const typed = TYPED[one.table];
  const columns = changedColumns(one.before, one.after);
  const same = columns.join() === changedColumns(other.before, other.after).join();
  if (!same || one.before['id'] !== other.before['id']) return null;
  if (!typed || !columns.every((column) => typed.has(column))) return null;
  return { table: one.table, before: one.before, after: other.after };
}

/** Whether it leaves the row with other words than before. */
export function isChange({ before, after }: RowChange): boolean {
  return !before || !after || changedColumns(before, after).length > 0;
}

function changedColumns(before: Row, after: Row): string[] {
  return Object.keys(after)
    .filter((column) => column !== CLOCK && before[column] !== after[column])
    .sort();
}
