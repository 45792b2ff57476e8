/** Runs commands, and takes them back and repeats them for as long as the library is open. */
import type { CommandResult, CommandWords, LibraryCommand } from '../../shared/domain/command.ts';
import { fail } from '../../shared/failure.ts';
import type { DocumentContent } from '../import/document-content.ts';
import type { LibraryDatabase } from '../library/connection.ts';
import { noteTraces } from '../library/traces.ts';
import {
  repeatChanges,
  revertChanges,
  startJournal,
  type JournaledTable,
  type RowChange,
} from './row-journal.ts';
import type { CommandEffect } from './command-scope.ts';
import { commandWords } from './command-words.ts';
import { removedTexts, type Direction } from './removed-texts.ts';
import { runCommand } from './run-command.ts';
import { isChange, joinTyped } from './typed-change.ts';

/** Enough for a day's work; older steps are forgotten. */
const MOST_STEPS = 1000;
/** Saves of one typed field that follow each other within this many milliseconds are one step to undo. */
const TYPING_PAUSE_MS = 5000;

interface Step {
  readonly words: CommandWords;
  readonly effect: CommandEffect;
  readonly changes: readonly RowChange[];
  readonly at: number;
}

/** What was written, for those who have to follow: the search index and the interface. */
export interface ChangeSummary {
  readonly tables: ReadonlySet<JournaledTable>;
  /** Documents whose title or notes may have changed. */
  readonly changedDocuments: ReadonlySet<number>;
  readonly removedDocuments: ReadonlySet<number>;
  /** Brought back by undoing their deletion, or with other pages than before: to be indexed anew. */
  readonly addedDocuments: ReadonlySet<number>;
  /** Whether words of any kind left the rows. */
  readonly removesWords: boolean;
}

export interface CommandStack {
  /** @throws FailureError what the command refuses; nothing is written then. */
  run(command: LibraryCommand, decoded?: DocumentContent): CommandResult;
  /** @throws FailureError `nothing-to-undo`. */
  undo(): CommandResult;
  /** @throws FailureError `nothing-to-redo`. */
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

  const changed = (changes: readonly RowChange[], direction: Direction): void => {
    const summary = summarise(changes, direction);
    if (summary.removesWords) noteTraces(database, 'library');
    follow(summary);
  };
  const result = (step: Step): CommandResult => ({
    command: step.words.command,
    words: step.words,
    passageIds: step.effect.passageIds,
    label: step.effect.label,
    undoes: done.at(-1)?.words ?? null,
    redoes: undone.at(-1)?.words ?? null,
  });

  return {
    run(command, decoded) {
      const at = clock();
      const journal = startJournal(database);
      const words = commandWords(database, command);
      const effect = database.transaction(() => {
        const scope = {
          database,
          journal,
          now: new Date(at).toISOString(),
          decoded: decoded ?? null,
        };
        const made = runCommand(scope, command);
        changed(journal.changes, 'redo');
        return made;
      })();
      const step: Step = { words, effect, changes: journal.changes, at };
      const last = done.at(-1);
      const typed = last && undone.length === 0 ? continuedTyping(last, step) : null;
      if (last && typed) {
        done.pop();
        // Its words name what it was called before. Typed and taken back is nothing to undo.
        if (isChange(typed)) done.push({ ...step, words: last.words, changes: [typed] });
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

  function move(direction: Direction): CommandResult {
    const [from, to] = direction === 'undo' ? [done, undone] : [undone, done];
    const write = direction === 'undo' ? revertChanges : repeatChanges;
    const step = from.at(-1);
    if (!step) throw fail({ kind: `nothing-to-${direction}` });
    const run = database.transaction(() => {
      write(database, step.changes);
      changed(step.changes, direction);
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

function continuedTyping(last: Step, next: Step): RowChange | null {
  const isSame = last.words.command === next.words.command;
  return isSame && next.at - last.at < TYPING_PAUSE_MS
    ? joinTyped(last.changes, next.changes)
    : null;
}

function isConstraint(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT')
  );
}

function summarise(changes: readonly RowChange[], direction: Direction): ChangeSummary {
  const removed = removedTexts(changes, direction);
  const gone = new Set<number>();
  const come = new Set<number>();
  const changed = new Set<number>();
  const rewritten = new Set<number>();
  for (const { table, before, after } of changes) {
    const row = after ?? before ?? {};
    if (table === 'source_document') {
      if (before && after) changed.add(Number(row['id']));
      else (before ? gone : come).add(Number(row['id']));
    }
    if (table === 'page') rewritten.add(Number(row['document_id']));
    if (table === 'passage' && (before?.['note'] ?? '') !== (after?.['note'] ?? '')) {
      changed.add(Number(row['document_id']));
    }
  }
  const [removedDocuments, broughtBack] = direction === 'undo' ? [come, gone] : [gone, come];
  const addedDocuments = new Set(
    [...broughtBack, ...rewritten].filter((id) => !removedDocuments.has(id)),
  );
  for (const id of [...removedDocuments, ...addedDocuments]) changed.delete(id);
  return {
    tables: new Set(changes.map(({ table }) => table)),
    changedDocuments: changed,
    removedDocuments,
    addedDocuments,
    removesWords: removed.some(({ isPartOfNew }) => !isPartOfNew),
  };
}
