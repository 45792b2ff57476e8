/** Commands on tags, cases and events. */
import { assertNever } from '../../shared/assert-never.ts';
import type { Changes } from '../../shared/domain/changes.ts';
import type {
  CaseEventFields,
  CaseFields,
  LabelTarget,
  TagFields,
} from '../../shared/domain/command.ts';
import type { LabelKind, QuickKey } from '../../shared/domain/label.ts';
import { fail } from '../../shared/failure.ts';
import { foldName } from '../../shared/domain/fold-name.ts';
import { getLabelFields, LABEL_TABLES, labelExists } from '../library/queries/label.ts';
import type { CommandScope } from './command-scope.ts';
import { requireEdtf } from './edtf-date.ts';

/** Makes a label from a name alone, as the palette does. Answers its id. */
export function createLabel(
  scope: CommandScope,
  target: Extract<LabelTarget, { id: null }>,
): number {
  const { kind, name } = target;
  switch (kind) {
    case 'tag':
      return saveTag(scope, null, { name, parentId: null, colour: null });
    case 'case':
      return saveCase(scope, null, { title: name, description: '' });
    case 'event':
      return saveEvent(scope, null, {
        title: name,
        date: '',
        place: '',
        act: '',
        certainty: 'unknown',
        description: '',
      });
    default:
      return assertNever(kind);
  }
}

/** Creates (id null) or changes a tag. @throws FailureError `name-taken` among the tags of one parent. */
export function saveTag(scope: CommandScope, id: number | null, fields: TagFields): number {
  const { database, journal, now } = scope;
  if (fields.parentId !== null) {
    requireLabel(scope, 'tag', fields.parentId);
    if (id !== null && isBelow(scope, fields.parentId, id)) {
      throw fail({ kind: 'not-found', noun: 'tag' });
    }
  }
  const folded = foldName(fields.name);
  const taken = database
    .prepare<[number | null, string, number | null], number>(
      'SELECT id FROM tag WHERE parent_id IS ? AND folded_name = ? AND id IS NOT ?',
    )
    .get(fields.parentId, folded, id);
  if (taken !== undefined) throw fail({ kind: 'name-taken', noun: 'tag' });
  const row = {
    parent_id: fields.parentId,
    name: fields.name,
    folded_name: folded,
    colour: fields.colour,
    ...aliasesOf(fields),
  };
  if (id === null) return journal.insert('tag', { ...row, used_at: now });
  requireLabel(scope, 'tag', id);
  journal.update('tag', { id }, row);
  return id;
}

/** @throws FailureError `not-found`, `name-taken`. */
export function changeTag(scope: CommandScope, id: number, changes: Changes<TagFields>): number {
  return saveTag(scope, id, changed(getLabelFields(scope.database, 'tag', id), changes, 'tag'));
}

/** @throws FailureError `not-found`, `name-taken`. */
export function changeCase(scope: CommandScope, id: number, changes: Changes<CaseFields>): number {
  return saveCase(scope, id, changed(getLabelFields(scope.database, 'case', id), changes, 'case'));
}

/** @throws FailureError `not-found`, `invalid-date`. */
export function changeEvent(
  scope: CommandScope,
  id: number,
  changes: Changes<CaseEventFields>,
): number {
  const fields = getLabelFields(scope.database, 'event', id);
  return saveEvent(scope, id, changed(fields, changes, 'event'));
}

/** The fields as they will be. Two fields that are saved shortly after each other do not take each other back. */
function changed<Fields extends object>(
  fields: Fields | undefined,
  changes: Changes<Fields>,
  noun: LabelKind,
): Fields {
  if (fields === undefined) throw fail({ kind: 'not-found', noun });
  const said = Object.entries(changes).filter(([, value]) => value !== undefined);
  return { ...fields, ...(Object.fromEntries(said) as Partial<Fields>) };
}

/** Creates (id null) or changes a case. @throws FailureError `name-taken`. */
export function saveCase(scope: CommandScope, id: number | null, fields: CaseFields): number {
  const { database, journal, now } = scope;
  const folded = foldName(fields.title);
  const taken = database
    .prepare<[string, number | null], number>(
      'SELECT id FROM case_file WHERE folded_title = ? AND id IS NOT ?',
    )
    .get(folded, id);
  if (taken !== undefined) throw fail({ kind: 'name-taken', noun: 'case' });
  const row = {
    title: fields.title,
    folded_title: folded,
    description: fields.description,
    ...aliasesOf(fields),
  };
  if (id === null) return journal.insert('case_file', { ...row, used_at: now });
  requireLabel(scope, 'case', id);
  journal.update('case_file', { id }, row);
  return id;
}

/** Creates (id null) or changes an event. @throws FailureError `invalid-date` when the date is no EDTF string. */
export function saveEvent(scope: CommandScope, id: number | null, fields: CaseEventFields): number {
  requireEdtf(fields.date);
  const { title, date, place, act, certainty, description } = fields;
  const row = { title, date, place, act, certainty, description, ...aliasesOf(fields) };
  if (id === null) return scope.journal.insert('case_event', { ...row, used_at: scope.now });
  requireLabel(scope, 'event', id);
  scope.journal.update('case_event', { id }, row);
  return id;
}

function aliasesOf({ aliases }: { readonly aliases?: string | undefined }) {
  return aliases === undefined ? {} : { aliases };
}

/** Pins a tag to a key, which another tag may lose; null unpins it. */
export function pinTag(scope: CommandScope, id: number, key: QuickKey | null): void {
  requireLabel(scope, 'tag', id);
  // Taken first: no two tags may have one key, not even for a moment.
  if (key !== null) scope.journal.update('tag', { quick_key: key }, { quick_key: null });
  scope.journal.update('tag', { id }, { quick_key: key });
}

/** Deletes a tag and its links; the tags below it move up to its parent. */
export function deleteTag(scope: CommandScope, id: number): void {
  requireLabel(scope, 'tag', id);
  const tag = scope.database
    .prepare<[number], { parentId: number | null }>(
      'SELECT parent_id AS parentId FROM tag WHERE id = ?',
    )
    .get(id);
  const children = scope.database
    .prepare<[number], number>('SELECT id FROM tag WHERE parent_id = ?')
    .pluck()
    .all(id);
  // Out of the way first: a child may have the name of the tag that goes.
  scope.journal.update('tag', { id }, { folded_name: `\u0000${id}` });
  for (const child of children) changeTag(scope, child, { parentId: tag?.parentId ?? null });
  removeLabel(scope, 'tag', id);
}

export function deleteCase(scope: CommandScope, id: number): void {
  requireLabel(scope, 'case', id);
  removeLabel(scope, 'case', id);
}

export function deleteEvent(scope: CommandScope, id: number): void {
  requireLabel(scope, 'event', id);
  removeLabel(scope, 'event', id);
}

function removeLabel({ journal }: CommandScope, kind: LabelKind, id: number): void {
  const { table, link, column } = LABEL_TABLES[kind];
  journal.remove(link, { [column]: id });
  journal.remove(table, { id });
}

function requireLabel(scope: CommandScope, kind: LabelKind, id: number): void {
  if (!labelExists(scope.database, kind, id)) throw fail({ kind: 'not-found', noun: kind });
}

/** Whether `id` is `ancestor` itself or lies below it. */
function isBelow(scope: CommandScope, id: number, ancestor: number): boolean {
  return (
    scope.database
      .prepare(
        `WITH RECURSIVE above (id) AS (
           SELECT ? UNION SELECT tag.parent_id FROM tag JOIN above ON tag.id = above.id)
         SELECT 1 FROM above WHERE id = ?`,
      )
      .get(id, ancestor) !== undefined
  );
}
