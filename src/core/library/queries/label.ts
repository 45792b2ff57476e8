/** Tags, cases and events. Lists are ordered by last use, newest first: the order the palette offers them in. */
import type { CaseEventFields, CaseFields, TagFields } from '../../../shared/domain/command.ts';
import type {
  Case,
  CaseEvent,
  Certainty,
  LabelBook,
  LabelKind,
  LabelRef,
  QuickKey,
  Tag,
} from '../../../shared/domain/label.ts';
import type { PassageColour } from '../../../shared/domain/passage.ts';
import { assertNever } from '../../../shared/assert-never.ts';
import type { LibraryDatabase } from '../connection.ts';
import { foldName } from '../../../shared/domain/fold-name.ts';

export function listLabels(database: LibraryDatabase): LabelBook {
  return {
    tags: listTags(database),
    cases: listCases(database),
    events: listEvents(database),
  };
}

function listTags(database: LibraryDatabase): Tag[] {
  return database
    .prepare<
      [],
      Omit<Tag, 'colour' | 'quickKey'> & { colour: PassageColour | null; quickKey: QuickKey | null }
    >(
      `SELECT id, parent_id AS parentId, name, colour, quick_key AS quickKey, aliases,
              (SELECT count(*) FROM passage_tag WHERE tag_id = tag.id) AS passages
         FROM tag ORDER BY used_at DESC, id DESC`,
    )
    .all();
}

function listCases(database: LibraryDatabase): Case[] {
  return database
    .prepare<[], Case>(
      `SELECT id, title, description, aliases,
              (SELECT count(*) FROM passage_case WHERE case_id = case_file.id) AS passages
         FROM case_file ORDER BY used_at DESC, id DESC`,
    )
    .all();
}

function listEvents(database: LibraryDatabase): CaseEvent[] {
  return database
    .prepare<[], Omit<CaseEvent, 'certainty'> & { certainty: Certainty }>(
      `SELECT id, title, date, place, act, certainty, description, aliases,
              (SELECT count(*) FROM passage_event WHERE event_id = case_event.id) AS passages
         FROM case_event ORDER BY used_at DESC, id DESC`,
    )
    .all();
}

export function labelExists(database: LibraryDatabase, kind: LabelKind, id: number): boolean {
  return (
    database.prepare(`SELECT 1 FROM ${LABEL_TABLES[kind].table} WHERE id = ?`).get(id) !== undefined
  );
}

/** What a person can say of each kind of label, in its table. */
const FIELDS = {
  tag: 'name, parent_id AS parentId, colour, aliases',
  case: 'title, description, aliases',
  event: 'title, date, place, act, certainty, description, aliases',
} as const;

interface LabelFields {
  readonly tag: TagFields;
  readonly case: CaseFields;
  readonly event: CaseEventFields;
}

/** Undefined when there is no such label. */
export function getLabelFields<Kind extends LabelKind>(
  database: LibraryDatabase,
  kind: Kind,
  id: number,
): LabelFields[Kind] | undefined {
  return database
    .prepare<[number], LabelFields[Kind]>(
      `SELECT ${FIELDS[kind]} FROM ${LABEL_TABLES[kind].table} WHERE id = ?`,
    )
    .get(id);
}

/** The name of a label as it is shown; null when there is no such label. */
export function labelNameOf(database: LibraryDatabase, { kind, id }: LabelRef): string | null {
  const { table } = LABEL_TABLES[kind];
  const column = kind === 'tag' ? 'name' : 'title';
  return (
    database
      .prepare<[number], string>(`SELECT ${column} FROM ${table} WHERE id = ?`)
      .pluck()
      .get(id) ?? null
  );
}

/**
 * Finds a label by its name, compared without case. Tags are looked for at the top level first, then anywhere;
 * events may share a title, the one used last is answered.
 */
export function findLabel(
  database: LibraryDatabase,
  kind: LabelKind,
  name: string,
): number | undefined {
  const folded = foldName(name);
  switch (kind) {
    case 'tag':
      return database
        .prepare<[string], number>(
          'SELECT id FROM tag WHERE folded_name = ? ORDER BY parent_id IS NOT NULL, used_at DESC',
        )
        .pluck()
        .get(folded);
    case 'case':
      return database
        .prepare<[string], number>('SELECT id FROM case_file WHERE folded_title = ?')
        .pluck()
        .get(folded);
    case 'event':
      return database
        .prepare<[], { id: number; title: string }>(
          'SELECT id, title FROM case_event ORDER BY used_at DESC, id DESC',
        )
        .all()
        .find(({ title }) => foldName(title) === folded)?.id;
    default:
      return assertNever(kind);
  }
}

/** Which tables hold a kind of label and its links to passages. */
export const LABEL_TABLES = {
  tag: { table: 'tag', link: 'passage_tag', column: 'tag_id' },
  case: { table: 'case_file', link: 'passage_case', column: 'case_id' },
  event: { table: 'case_event', link: 'passage_event', column: 'event_id' },
} as const satisfies Record<LabelKind, { table: string; link: string; column: string }>;
