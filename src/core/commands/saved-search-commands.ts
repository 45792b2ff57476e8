/** Commands on saved searches. */
import type { SearchToSave } from '../../shared/domain/saved-search.ts';
import { foldName } from '../../shared/domain/fold-name.ts';
import { fail } from '../../shared/failure.ts';
import type { CommandScope } from './command-scope.ts';

/** @throws FailureError `name-taken`. */
export function saveSearch(scope: CommandScope, name: string, search: SearchToSave): void {
  requireFree(scope, name, null);
  scope.journal.insert('saved_search', {
    name,
    folded_name: foldName(name),
    query: search.query,
    sort_order: search.order,
    spellings: JSON.stringify(search.choice),
    created_at: scope.now,
  });
}

/** @throws FailureError `not-found`, `name-taken`. */
export function renameSearch(scope: CommandScope, id: number, name: string): void {
  requireSaved(scope, id);
  requireFree(scope, name, id);
  scope.journal.update('saved_search', { id }, { name, folded_name: foldName(name) });
}

/** @throws FailureError `not-found`. */
export function deleteSearch(scope: CommandScope, id: number): void {
  requireSaved(scope, id);
  scope.journal.remove('saved_search', { id });
}

function requireSaved({ database }: CommandScope, id: number): void {
  const found = database.prepare('SELECT 1 FROM saved_search WHERE id = ?').get(id);
  if (found === undefined) throw fail({ kind: 'not-found', noun: 'saved-search' });
}

function requireFree({ database }: CommandScope, name: string, id: number | null): void {
  const taken = database
    .prepare('SELECT 1 FROM saved_search WHERE folded_name = ? AND id IS NOT ?')
    .get(foldName(name), id);
  if (taken !== undefined) throw fail({ kind: 'name-taken', noun: 'saved-search' });
}
