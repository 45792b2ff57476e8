/** Runs commands, and takes them back and repeats them for as long as the library is open. */
import type { CommandKind, CommandResult, LibraryCommand } from '../../shared/domain/command.ts';
import { fail } from '../../shared/failure.ts';
import type { LibraryDatabase } from '../library/connection.ts';
import {
  repeatChanges,
  revertChanges,
  startJournal,
  type JournaledTable,
  type RowChange,
} from './row-journal.ts';
import type { CommandEffect } from './command-scope.ts';
import { runCommand } from './run-command.ts';

/** Enough for a day's work; older steps are forgotten. */
const MOST_STEPS = 1000;
/** Saves of one note that follow each other within this many milliseconds are one step to undo. */
const NOTE_PAUSE_MS = 5000;

interface Step {
  readonly command: CommandKind;
  readonly effect: CommandEffect;
  readonly changes: readonly RowChange[];
  readonly at: number;
}

/** What was written, for those who have to follow: the search index and the interface. */
export interface ChangeSummary {
  readonly tables: ReadonlySet<JournaledTable>;
  /** Documents whose title or notes may have changed. */
  readonly documentIds: ReadonlySet<number>;
  readonly removedDocuments: ReadonlySet<number>;
  /** Brought back by undoing their deletion. */
  readonly addedDocuments: ReadonlySet<number>;
}

export interface CommandStack {
  /** @throws FailureError what the command refuses; nothing is written then. */
  run(command: LibraryCommand): CommandResult;
  /** @throws FailureError `nothing-to-undo`. */
  undo(): CommandResult;
  /** @throws FailureError `nothing-to-undo`. */
  redo(): CommandResult;
}

/**
 * @param follow called inside each transaction with what changed, so that the index and the rows agree.
 * @param clock milliseconds since the epoch.
 */
export function createCommandStack(
  database: LibraryDatabase,
  follow: (summary: ChangeSummary) => void,
  clock: () => number = Date.now,
): CommandStack {
  const done: Step[] = [];
  const undone: Step[] = [];

  const result = (step: Step): CommandResult => ({
    command: step.command,
    passageIds: step.effect.passageIds,
    label: step.effect.label,
    canUndo: done.length > 0,
    canRedo: undone.length > 0,
  });

  return {
    run(command) {
      const at = clock();
      const journal = startJournal(database);
      const effect = database.transaction(() => {
        const made = runCommand({ database, journal, now: new Date(at).toISOString() }, command);
        follow(summarise(journal.changes));
        return made;
      })();
      const step: Step = { command: command.kind, effect, changes: journal.changes, at };
      const last = done.at(-1);
      if (last && undone.length === 0 && continuesNote(last, step)) {
        done[done.length - 1] = { ...step, changes: [...last.changes, ...step.changes] };
      } else if (step.changes.length > 0) {
        done.push(step);
        if (done.length > MOST_STEPS) done.shift();
      }
      // A command that changed nothing leaves what can be done again.
      if (step.changes.length > 0) undone.length = 0;
      return result(step);
    },
    undo: () => move('undo'),
    redo: () => move('redo'),
  };

  function move(direction: 'undo' | 'redo'): CommandResult {
    const [from, to] = direction === 'undo' ? [done, undone] : [undone, done];
    const write = direction === 'undo' ? revertChanges : repeatChanges;
    const step = from.at(-1);
    if (!step) throw fail({ kind: 'nothing-to-undo' });
    const run = database.transaction(() => {
      write(database, step.changes);
      follow(summarise(step.changes, direction));
    });
    try {
      run();
    } catch (error) {
      if (!isConstraint(error)) throw error;
      // What it would bring back was imported again meanwhile; what was done before can still be undone.
      from.pop();
      throw fail({ kind: 'cannot-undo' });
    }
    from.pop();
    to.push(step);
    return result(step);
  }
}

function continuesNote(last: Step, next: Step): boolean {
  return (
    last.command === 'passage.note' &&
    next.command === 'passage.note' &&
    last.effect.passageIds[0] === next.effect.passageIds[0] &&
    next.at - last.at < NOTE_PAUSE_MS
  );
}

function isConstraint(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT')
  );
}

/** @param direction of the changes: undone, they went from after to before. */
function summarise(
  changes: readonly RowChange[],
  direction: 'undo' | 'redo' = 'redo',
): ChangeSummary {
  const tables = new Set<JournaledTable>();
  const documentIds = new Set<number>();
  const gone = new Set<number>();
  const come = new Set<number>();
  for (const { table, before, after } of changes) {
    tables.add(table);
    if (table === 'source_document') {
      const id = Number((after ?? before)?.['id']);
      if (before && after) documentIds.add(id);
      else (before ? gone : come).add(id);
    }
    if (table === 'passage' && (before?.['note'] ?? '') !== (after?.['note'] ?? '')) {
      documentIds.add(Number((after ?? before)?.['document_id']));
    }
  }
  const [removedDocuments, addedDocuments] = direction === 'undo' ? [come, gone] : [gone, come];
  for (const id of removedDocuments) documentIds.delete(id);
  return { tables, documentIds, removedDocuments, addedDocuments };
}
