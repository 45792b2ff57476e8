/** A session: one open library and everything that can be asked of it. Runs in the library process and in tests. */
import type { z } from 'zod';
import type { BackupReport } from '../../shared/domain/backup.ts';
import type { LibrarySummary } from '../../shared/domain/library.ts';
import type { ProtectedSource } from '../../shared/extraction/byte-source.ts';
import { fail, failureOf, toOutcome, type Outcome } from '../../shared/failure.ts';
import {
  contract,
  type ChangedNoun,
  type PushedEvent,
  type RequestOf,
  type ResponseOf,
} from '../../shared/ipc/contract.ts';
import { createCommandStack, type ChangeSummary } from '../commands/command-stack.ts';
import type { JournaledTable } from '../commands/row-journal.ts';
import type { PdfExtractor } from '../import/pdf-extractor.ts';
import { createJobRegistry } from '../jobs/job-registry.ts';
import type { OpenLibrary } from '../library/library.ts';
import { purgeOriginals } from '../library/purge-originals.ts';
import { readSettings } from '../library/settings.ts';
import { purgeTraces } from '../library/traces.ts';
import { openSearchIndex } from '../search/open-search-index.ts';
import type { SearchIndex } from '../search/search-index.ts';
import { requireAvailable } from './availability.ts';
import { backupWriteSchema, writeBackup } from './backups.ts';
import type { LibraryContext } from './context.ts';
import { documentHandlers, originalOf } from './documents.ts';
import { evidenceHandlers } from './evidence.ts';
import { exportHandlers, exportWriteSchema } from './exports.ts';
import { findHandlers } from './find.ts';
import { importHandlers, unfinishedImports } from './imports.ts';
import { keysHandlers } from './keys.ts';
import { startMaintenance } from './maintenance.ts';
import type { Handler, LibraryChannel } from './handler.ts';
import { watchCondition } from './watch-condition.ts';
import { readingHandlers } from './reading.ts';
import { searchHandlers } from './search.ts';
import { settingsHandlers } from './settings.ts';

/** What main asks for itself; the interface cannot name these. */
export interface InternalRequests {
  'export.write': { request: z.infer<typeof exportWriteSchema>; response: number };
  /** Answers when the backup is whole. */
  'backup.write': { request: z.infer<typeof backupWriteSchema>; response: BackupReport };
}

/** The first screen of an opened library is drawn before its imports go on (milliseconds). */
const RESUME_AFTER_MS = 500;
/** The part of the time for closing that the words of what was deleted may take. */
const FORGETTING_PART = 0.25;
const PATIENCE_MS = 10_000;

const handlers: { [C in LibraryChannel]: Handler<C> } = {
  'library.summary': summarise,
  ...documentHandlers,
  ...evidenceHandlers,
  ...findHandlers,
  ...importHandlers,
  ...keysHandlers,
  ...readingHandlers,
  ...searchHandlers,
  ...settingsHandlers,
};

export interface LibrarySession {
  summary(): LibrarySummary;
  /** Minutes without a touch after which the library locks itself. */
  idleMinutes(): number;
  /** Answers what the interface may ask. */
  handle(channel: string, request: unknown): Promise<Outcome<unknown>>;
  /** Answers main, which may ask for more: it has asked the person in a native dialog. */
  handleForMain(channel: string, request: unknown): Promise<Outcome<unknown>>;
  /** The original of a document. @throws FailureError `not-found`. */
  bytesOf(documentId: number): ProtectedSource;
  /** Stops jobs, then closes the library. Safe to call twice. */
  /** @param withinMs milliseconds after which whoever asks may kill the process; what is left to tidy waits for the next session. */
  close(withinMs?: number): Promise<void>;
}

/**
 * Opens a library and answers requests about it.
 * @throws FailureError what `open` throws.
 */
export async function createSession(options: {
  open: () => Promise<OpenLibrary>;
  extractor: PdfExtractor;
  push: (event: PushedEvent) => void;
}): Promise<LibrarySession> {
  const library = await options.open();
  const { push } = options;
  try {
    sweepOriginals(library);
    const search = openSearchIndex(library.database);
    const follow = (summary: ChangeSummary): void => {
      for (const id of summary.removedDocuments) search.removeDocument(id);
      for (const id of summary.addedDocuments) search.addDocument(id);
      for (const id of summary.changedDocuments) search.documentChanged(id);
      push({ kind: 'library-changed', what: changedNouns(summary.tables) });
    };
    const context: LibraryContext = {
      library,
      search,
      extractor: options.extractor,
      commands: createCommandStack(library.database, follow),
      jobs: createJobRegistry((job) => push({ kind: 'job-changed', job })),
      push,
    };
    const resuming = library.access.readOnly
      ? undefined
      : setTimeout(unfinishedImports(context), RESUME_AFTER_MS);
    let lastAsked = Date.now();
    const stopMaintenance = startMaintenance({
      search,
      isBusy: () =>
        library.access.readOnly ||
        context.jobs.list().some(({ state }) => state.kind === 'running'),
      lastAsked: () => lastAsked,
      idleMinutes: () => readSettings(library.database).idleMinutes,
      purge: () => purgeTraces(library),
    });
    const watch = watchCondition(library, push);
    const listening = async (answering: Promise<Outcome<unknown>>): Promise<Outcome<unknown>> => {
      const outcome = await answering;
      if (!outcome.ok) watch.heard(outcome.failure);
      return outcome;
    };
    return {
      summary: () => summarise(context),
      idleMinutes: () => readSettings(library.database).idleMinutes,
      handle(channel, request) {
        lastAsked = Date.now();
        return listening(toOutcome(() => dispatch(context, channel, request)));
      },
      handleForMain: (channel, request) =>
        listening(toOutcome(() => dispatchForMain(context, channel, request))),
      bytesOf(documentId) {
        const source = originalOf(library, documentId);
        return {
          ...source,
          async read(begin, end) {
            try {
              return await source.read(begin, end);
            } catch (error) {
              watch.heard(failureOf(error));
              throw error;
            }
          },
        };
      },
      async close(withinMs = PATIENCE_MS) {
        clearTimeout(resuming);
        watch.stop();
        await context.jobs.stop();
        stopMaintenance();
        sweepOriginals(library);
        forgetDeleted(library, search, withinMs * FORGETTING_PART);
        library.close();
      },
    };
  } catch (error) {
    library.close();
    throw error;
  }
}

async function dispatchForMain(
  context: LibraryContext,
  channel: string,
  request: unknown,
): Promise<unknown> {
  if (channel === 'backup.write') {
    requireAvailable(context.library, channel);
    return writeBackup(context, checked(backupWriteSchema, request));
  }
  if (channel === 'export.write') {
    requireAvailable(context.library, channel);
    return exportHandlers.write(context, checked(exportWriteSchema, request));
  }
  return dispatch(context, channel, request);
}

/** Housekeeping: a full disk must not keep anybody from reading. */
function sweepOriginals(library: OpenLibrary): void {
  if (library.access.readOnly) return;
  try {
    library.originals.sweep();
    purgeOriginals(library);
  } catch {
    // The next opening tries again.
  }
}

/** Mostly done while nobody waited; what is not done in time is done in the next session. */
function forgetDeleted(library: OpenLibrary, search: SearchIndex, budgetMs: number): void {
  if (library.access.readOnly) return;
  try {
    search.purgeDeleted(budgetMs);
  } catch {
    // A full or failing disk: the next session tries again.
  }
}

async function dispatch(
  context: LibraryContext,
  channel: string,
  request: unknown,
): Promise<unknown> {
  if (!isLibraryChannel(channel)) throw fail({ kind: 'invalid-request' });
  requireAvailable(context.library, channel);
  return answer(context, channel, request);
}

function answer<C extends LibraryChannel>(
  context: LibraryContext,
  channel: C,
  request: unknown,
): ResponseOf<C> | Promise<ResponseOf<C>> {
  const schema = contract[channel].request as z.ZodType<RequestOf<C>>;
  return handlers[channel](context, checked(schema, request));
}

function isLibraryChannel(channel: string): channel is LibraryChannel {
  return Object.hasOwn(handlers, channel);
}

function checked<T>(schema: z.ZodType<T>, request: unknown): T {
  const parsed = schema.safeParse(request);
  if (!parsed.success) throw fail({ kind: 'invalid-request' });
  return parsed.data;
}

function summarise({ library }: LibraryContext): LibrarySummary {
  const count = (table: 'source_document' | 'passage'): number =>
    Number(library.database.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
  return {
    id: library.id,
    name: library.name,
    documents: count('source_document'),
    passages: count('passage'),
    readOnly: library.access.readOnly,
    condition: library.access.condition(),
  };
}

const NOUN_OF_TABLE: Record<JournaledTable, readonly ChangedNoun[]> = {
  source_document: ['document'],
  document_alias: ['document'],
  page: ['document'],
  import_item: ['document'],
  original_to_purge: [],
  passage: ['passage', 'document'],
  tag: ['tag'],
  case_file: ['case'],
  case_event: ['event'],
  passage_tag: ['passage', 'tag'],
  passage_case: ['passage', 'case'],
  passage_event: ['passage', 'event'],
  saved_search: ['search'],
};

function changedNouns(tables: ReadonlySet<JournaledTable>): ChangedNoun[] {
  return [...new Set([...tables].flatMap((table) => NOUN_OF_TABLE[table]))];
}
