/** The pages that tags, cases and events stand on, by their passages. */
import type { LabelKind } from '../../../shared/domain/label.ts';
import { foldValue } from '../../../shared/search/fold-value.ts';
import type { LibraryDatabase } from '../../library/connection.ts';
import { prepared } from '../index/prepared.ts';
import type { PagePlaces } from './page-places.ts';

const SOURCES = {
  tag: {
    labels: 'SELECT id, name, parent_id AS parentId FROM tag',
    link: 'passage_tag',
    column: 'tag_id',
  },
  case: {
    labels: 'SELECT id, title AS name, NULL AS parentId FROM case_file',
    link: 'passage_case',
    column: 'case_id',
  },
  event: {
    labels: 'SELECT id, title AS name, NULL AS parentId FROM case_event',
    link: 'passage_event',
    column: 'event_id',
  },
} as const;

interface Label {
  readonly id: number;
  readonly name: string;
  readonly parentId: number | null;
}

/** Labels of one name: a query cannot tell them apart. */
export interface NamedLabels {
  /** As a person wrote it. */
  readonly name: string;
  /** With the tags below them in the tree. */
  readonly ids: ReadonlySet<number>;
}

/** By folded name. */
export function namedLabels(
  database: LibraryDatabase,
  kind: LabelKind,
): ReadonlyMap<string, NamedLabels> {
  const labels = prepared<Label>(database, SOURCES[kind].labels).all();
  const parents = new Map(labels.map(({ id, parentId }) => [id, parentId]));
  const names = new Map(labels.map(({ id, name }) => [id, foldValue(name)]));
  const named = new Map<string, { name: string; ids: Set<number> }>();
  for (const { name } of labels) {
    const value = foldValue(name);
    if (!named.has(value)) named.set(value, { name, ids: new Set() });
  }
  for (const { id } of labels) {
    for (let above: number | null = id; above !== null; above = parents.get(above) ?? null) {
      named.get(names.get(above) ?? '')?.ids.add(id);
    }
  }
  return named;
}

/** Every page a passage with one of these labels stands on; twice when it has two. */
export function* slotsOfLabels(
  database: LibraryDatabase,
  kind: LabelKind,
  places: PagePlaces,
  ids?: ReadonlySet<number>,
): Generator<{ labelId: number; slot: number }> {
  const { link, column } = SOURCES[kind];
  const rows = prepared<[number, number, number, number]>(
    database,
    `SELECT ${column}, document_id, start_page, end_page FROM ${link}
       JOIN passage ON passage.id = passage_id`,
  );
  for (const [labelId, documentId, first, last] of rows.raw().all()) {
    if (ids && !ids.has(labelId)) continue;
    for (let page = first; page <= last; page += 1) {
      const slot = places.slotOf(documentId, page);
      if (slot >= 0) yield { labelId, slot };
    }
  }
}
