/** The rows of the lists of cases, events and tags. */
import type { CaseEvent, LabelBook, LabelKind, QuickKey } from '../../../shared/domain/label.ts';
import type { PassageColour } from '../../../shared/domain/passage.ts';
import { pathAbove, tagRows } from './tag-tree.ts';

export interface LabelRow {
  readonly id: number;
  readonly name: string;
  readonly passages: number;
  /** Indent in the tree of tags; 0 elsewhere and while a filter flattens the tree. */
  readonly depth: number;
  /** Names above a tag, shown while a filter flattens the tree. */
  readonly path: readonly string[];
  readonly colour: PassageColour | null;
  /** The key a tag is pinned to. */
  readonly quickKey: QuickKey | null;
  /** EDTF date of an event. */
  readonly date: string;
}

/** Rows by name (events by date, the undated last), with every word of the filter in the name. */
export function labelRows(
  book: LabelBook,
  kind: LabelKind,
  filter: string,
  collator: Intl.Collator,
): LabelRow[] {
  const words = filter.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  const rows = allRows(book, kind, collator);
  if (words.length === 0) return rows;
  return rows
    .filter((row) => words.every((word) => row.name.toLocaleLowerCase().includes(word)))
    .map((row) => ({ ...row, depth: 0, path: pathOf(book, kind, row.id) }));
}

function pathOf(book: LabelBook, kind: LabelKind, id: number): string[] {
  const tag = kind === 'tag' ? book.tags.find((one) => one.id === id) : undefined;
  return tag === undefined ? [] : pathAbove(book.tags, tag);
}

function allRows(book: LabelBook, kind: LabelKind, collator: Intl.Collator): LabelRow[] {
  const plain = { depth: 0, path: [], colour: null, quickKey: null, date: '' };
  switch (kind) {
    case 'tag':
      return tagRows(book.tags, collator).map(({ tag, depth }) => ({ ...plain, ...tag, depth }));
    case 'case':
      return book.cases
        .toSorted((a, b) => collator.compare(a.title, b.title))
        .map((entry) => ({ ...plain, ...entry, name: entry.title }));
    case 'event':
      return book.events
        .toSorted((a, b) => byDate(a, b) || collator.compare(a.title, b.title))
        .map((event) => ({ ...plain, ...event, name: event.title }));
  }
}

/** EDTF strings of the same calendar sort as text once the marks of doubt before the digits are gone. */
function byDate(a: CaseEvent, b: CaseEvent): number {
  const [x, y] = [sortable(a.date), sortable(b.date)];
  if ((x === '') !== (y === '')) return x === '' ? 1 : -1;
  return x < y ? -1 : x > y ? 1 : 0;
}

function sortable(date: string): string {
  return date.replace(/^[^\d]+/u, '');
}
