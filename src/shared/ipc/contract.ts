/**
 * THE contract between the interface and the rest: one entry per channel, with the schema that every request is
 * checked against at run time and the type of the answer. Nothing else crosses the boundary.
 */
import { z } from 'zod';
import type { BackupReport } from '../domain/backup.ts';
import type { ClipboardState } from '../domain/clipboard.ts';
import type { CommandResult, LibraryCommand } from '../domain/command.ts';
import type { Excerpt } from '../domain/excerpt.ts';
import type { SearchFacets } from '../domain/facets.ts';
import type { FoundPage } from '../domain/find.ts';
import type { ImportBatch, ImportReportLine, Job } from '../domain/job.ts';
import type { KeySlotInfo, RecoverySheet } from '../domain/keys.ts';
import type { LabelBook } from '../domain/label.ts';
import type {
  LibraryCondition,
  LibraryPlace,
  LibrarySummary,
  OpenedLibrary,
  PlaceWarning,
  SessionState,
} from '../domain/library.ts';
import type { Passage } from '../domain/passage.ts';
import { ROTATIONS, type LeftDocument } from '../domain/reading-place.ts';
import type { RescuedLibrary } from '../domain/rescue.ts';
import { SEARCH_ORDERS, type DocumentMarks, type SearchOutcome } from '../domain/search.ts';
import type { SearchBook } from '../domain/saved-search.ts';
import type { LibrarySettings } from '../domain/settings.ts';
import { DOCUMENT_COLUMNS, type Page, type SourceDocument } from '../domain/source-document.ts';
import { MOST_FIND_UNITS } from '../find/find-in-text.ts';
import {
  exportFormatSchema,
  idleMinutesSchema,
  idSchema,
  libraryCommandSchema,
  menuStepSchema,
  pathSchema,
  querySchema,
  secretSchema,
  selectionSchema,
  spellingChoiceSchema,
  slotIdSchema,
  slotNameSchema,
  textLookSchema,
  titleSchema,
} from './schemas.ts';

/**
 * Who answers. Only `main` goes through the main process; the others go over the port of the page, so that main never
 * holds a passphrase, a text, a query or a note. `door` is the library process before a library is open.
 */
export type ChannelOwner = 'main' | 'door' | 'library';

/** Ties a request schema to the type of its answer and to the process that answers. */
interface Channel<Owner extends ChannelOwner, Request, Response> {
  readonly owner: Owner;
  readonly request: z.ZodType<Request>;
  /** Never set; carries the type only. */
  readonly response?: Response;
}

function ownedBy<Owner extends ChannelOwner>(owner: Owner) {
  return <Response>() =>
    <Request>(request: z.ZodType<Request>): Channel<Owner, Request, Response> => ({
      owner,
      request,
    });
}
const main = ownedBy('main');
const door = ownedBy('door');
const library = ownedBy('library');
const nothing = z.strictObject({});
/** UTF-16 units; a recovery key has 83 with its spaces. */
const MOST_RECOVERY_KEY = 1_000;

export const contract = {
  /** Whether a library is open, and why not. */
  'session.state': main<SessionState>()(nothing),
  /** The libraries in the default place; asked for only when the person wants to choose. */
  'session.places': main<readonly LibraryPlace[]>()(nothing),
  /** Native folder dialog for the parent folder of a new library; null when cancelled. */
  'session.choose-parent': main<string | null>()(nothing),
  /** Native folder dialog for an existing `….kartoteka` folder; null when cancelled. */
  'session.choose-library': main<LibraryPlace | null>()(nothing),
  /** What is risky about keeping a library in a folder; null is the default place. Never a reason to refuse. */
  'session.place-warnings': main<readonly PlaceWarning[]>()(
    z.strictObject({ folder: pathSchema.nullable() }),
  ),
  /** Passphrases cross as bytes (`shared/passphrase/encode-passphrase.ts`). Answers the recovery sheet, shown only now. */
  'session.create': door<OpenedLibrary>()(
    z.strictObject({
      name: titleSchema,
      /** Name of the library folder without its ending, which anyone can read on the disk; without one, `name`. */
      folderName: titleSchema.optional(),
      /** Folder the library folder is made in; null is the default place. */
      parent: pathSchema.nullable(),
      passphrase: secretSchema,
    }),
  ),
  /** `folder` null is the library used last in the default place. */
  'session.unlock': door<OpenedLibrary>()(
    z.strictObject({ folder: pathSchema.nullable(), passphrase: secretSchema }),
  ),
  /** Opens with what is typed from the recovery sheet; `passphrase` is the only one that opens it from then on. */
  'session.recover': door<OpenedLibrary>()(
    z.strictObject({
      folder: pathSchema.nullable(),
      recoveryKey: z.string().max(MOST_RECOVERY_KEY),
      passphrase: secretSchema,
    }),
  ),
  /**
   * Saves what can be read of a damaged library in a new one, in `parent` or, when that is null, beside it;
   * `rescue-progress` is pushed meanwhile. No library is open afterwards.
   */
  'session.rescue': door<RescuedLibrary>()(
    z.strictObject({
      folder: pathSchema.nullable(),
      parent: pathSchema.nullable(),
      passphrase: secretSchema,
    }),
  ),
  /** The rescue then fails with `cancelled`. */
  'session.stop-rescue': door<null>()(nothing),
  /** From the session page to the workbench, once a library is open. */
  'session.enter': main<null>()(nothing),
  'session.lock': main<null>()(nothing),
  /** Quick erase. `folder` null is the open library, which is locked before, or the one used last. */
  'keys.erase': main<null>()(z.strictObject({ folder: pathSchema.nullable() })),
  /** The answer to the pushed `locking`: what was being typed is in the library. */
  'session.typing-saved': main<null>()(nothing),
  /** The open library, for the workbench. */
  'library.summary': library<LibrarySummary>()(nothing),

  /** Native folder dialog, then a backup, which is a job meanwhile; answers when it is whole, null when no folder was chosen. */
  'library.backup': main<BackupReport | null>()(nothing),

  /** Native file dialog, then an import; answers its batch, null when cancelled. */
  'import.choose': main<number | null>()(z.strictObject({ what: z.enum(['files', 'folder']) })),
  /** Dropped files and folders; answers the batch: it is in the library before any work begins. */
  'import.start': library<number>()(
    z.strictObject({ paths: z.array(pathSchema).min(1).max(100_000) }),
  ),
  'import.samples': main<number>()(nothing),
  'import.report': library<readonly ImportReportLine[]>()(z.strictObject({ batchId: idSchema })),
  /** All imports of the library, newest first. */
  'import.list': library<readonly ImportBatch[]>()(nothing),
  /** Forgets the report of an import that has ended. */
  'import.forget': library<null>()(z.strictObject({ batchId: idSchema })),
  'job.list': library<readonly Job[]>()(nothing),
  'job.cancel': library<null>()(z.strictObject({ jobId: idSchema })),
  'job.pause': library<null>()(z.strictObject({ jobId: idSchema })),
  'job.resume': library<null>()(z.strictObject({ jobId: idSchema })),

  'document.list': library<readonly SourceDocument[]>()(nothing),
  'document.get': library<SourceDocument>()(z.strictObject({ documentId: idSchema })),
  /** Pages `from`..`to` (1-based, inclusive, at most 50 at once). */
  'document.pages': library<readonly Page[]>()(
    z.strictObject({ documentId: idSchema, from: idSchema, to: idSchema }),
  ),
  /** Where words stand in pages `from`..`to` (1-based, inclusive, at most 50 at once); pages without them are left out. */
  'document.find': library<readonly FoundPage[]>()(
    z.strictObject({
      documentId: idSchema,
      text: z.string().max(MOST_FIND_UNITS),
      matchCase: z.boolean(),
      wholeWords: z.boolean(),
      from: idSchema,
      to: idSchema,
    }),
  ),
  /**
   * Opens a PDF in a drawing cage; answers the cage's number. Its port comes beside (`CAGE_PORT_CHANNEL`) and closes when
   * the cage dies, or at once when there is no such document. The bytes themselves never come to the interface.
   */
  'document.open-cage': main<number>()(z.strictObject({ documentId: idSchema })),
  /** Ends a cage, however busy it is; one that is gone already is no failure. */
  'document.close-cage': main<null>()(z.strictObject({ cage: idSchema })),
  /** Reads a PDF that asks for a password; `wrong-pdf-password` when it is not this one. */
  'document.unlock': library<SourceDocument>()(
    z.strictObject({ documentId: idSchema, password: z.string().min(1).max(1_024) }),
  ),

  /** Where the document was left; null when it was never read. */
  'reading.get': library<LeftDocument | null>()(z.strictObject({ documentId: idSchema })),
  'reading.put': library<null>()(
    z.strictObject({
      documentId: idSchema,
      page: idSchema,
      part: z.number().min(0).max(1),
      rotation: z.literal(ROTATIONS),
    }),
  ),

  'passage.list': library<readonly Passage[]>()(z.strictObject({ documentId: idSchema })),
  'label.book': library<LabelBook>()(nothing),
  'excerpt.list': library<readonly Excerpt[]>()(z.strictObject({ selection: selectionSchema })),
  /** Null when there is no such passage any more. */
  'excerpt.get': library<Excerpt | null>()(z.strictObject({ passageId: idSchema })),

  'search.query': library<SearchOutcome>()(
    z.strictObject({
      query: z.string().max(2_000),
      limit: z.int().min(1).max(500),
      order: z.enum(SEARCH_ORDERS).optional(),
      choice: spellingChoiceSchema.optional(),
    }),
  ),

  /** What a search could be narrowed to; asked for after its pages, so that they do not wait for it. */
  'search.facets': library<SearchFacets>()(
    z.strictObject({ query: z.string().max(2_000), choice: spellingChoiceSchema.optional() }),
  ),

  /** Every matched word of one document, by pages after `after`, as many as are found without holding others up. */
  'search.hits': library<DocumentMarks>()(
    z.strictObject({
      documentId: idSchema,
      query: querySchema,
      choice: spellingChoiceSchema,
      after: z.int().nonnegative(),
    }),
  ),
  /** Saved searches and recent ones. */
  'search.book': library<SearchBook>()(nothing),
  /** Notes a query among the recent ones, unless the person wants none noted. */
  'search.remember': library<null>()(z.strictObject({ query: querySchema })),
  /** Forgets one recent query; null forgets all. */
  'search.forget': library<null>()(z.strictObject({ query: querySchema.nullable() })),

  'command.run': library<CommandResult>()(
    z.strictObject({ command: libraryCommandSchema satisfies z.ZodType<LibraryCommand> }),
  ),
  'command.undo': library<CommandResult>()(nothing),
  'command.redo': library<CommandResult>()(nothing),

  /** What «Undo» and «Redo» of the menu say; without names, which never come to main. */
  'menu.history': main<null>()(
    z.strictObject({
      undoes: menuStepSchema.nullable(),
      redoes: menuStepSchema.nullable(),
    }),
  ),

  /** Native save dialog, then the file; null when cancelled, else the number of excerpts written. */
  'export.run': main<number | null>()(
    z.strictObject({ selection: selectionSchema, format: exportFormatSchema }),
  ),

  /** The passphrases that open this library. */
  'keys.slots': library<readonly KeySlotInfo[]>()(nothing),
  /** Fails with `passphrase-too-weak`, as all that take a new passphrase. */
  'keys.change-passphrase': library<null>()(
    z.strictObject({ current: secretSchema, next: secretSchema }),
  ),
  /** `passphrase` is any that opens the library, `next` the colleague's own; answers all slots. */
  'keys.add-slot': library<readonly KeySlotInfo[]>()(
    z.strictObject({ passphrase: secretSchema, name: slotNameSchema, next: secretSchema }),
  ),
  /** `passphrase` must be that of a slot which stays, else `own-key-slot`; answers the slots left. */
  'keys.remove-slot': library<readonly KeySlotInfo[]>()(
    z.strictObject({ passphrase: secretSchema, slotId: slotIdSchema }),
  ),
  'keys.recovery-sheet': library<RecoverySheet>()(z.strictObject({ passphrase: secretSchema })),
  /** The person has the sheet on paper and typed some groups of it again. */
  'keys.confirm-sheet': library<LibrarySettings>()(nothing),
  /**
   * Encrypts both files with a new key; `reencrypt-progress` is pushed meanwhile, and everything but `job.list`,
   * `settings.get` and `session.lock` is refused with `library-busy`. Answers the new sheet; the old one and all other passphrases open nothing any more. The
   * library is closed then (every channel answers `library-locked`): show the sheet, then call `session.lock`.
   */
  'keys.reencrypt': library<RecoverySheet>()(z.strictObject({ passphrase: secretSchema })),

  'settings.get': library<LibrarySettings>()(nothing),
  /** Changes what is given; answers all settings. */
  'settings.set': library<LibrarySettings>()(
    z.strictObject({
      idleMinutes: idleMinutesSchema.optional(),
      recentSearches: z.boolean().optional(),
      documentColumns: z.array(z.enum(DOCUMENT_COLUMNS)).max(50).optional(),
      textLook: textLookSchema.optional(),
      colourByTag: z.boolean().optional(),
    }),
  ),

  /**
   * Native save dialog, then a PDF of the recovery sheet that the page shows; null when cancelled. `onThisComputer`: the
   * file is on the disk that the home folder is on.
   */
  'sheet.save': main<{ readonly onThisComputer: boolean } | null>()(nothing),

  /** Puts text on the clipboard on an explicit act of the person; main takes it off again (`clipboard-changed`). */
  'clipboard.write': main<null>()(z.strictObject({ text: z.string().max(1_000_000) })),
  /** Takes what was written there off now, if it is still there. */
  'clipboard.release': main<null>()(nothing),
} as const;

export type Contract = typeof contract;
export type ChannelName = keyof Contract;
export type RequestOf<C extends ChannelName> = z.infer<Contract[C]['request']>;
export type ResponseOf<C extends ChannelName> =
  Contract[C] extends Channel<ChannelOwner, infer _Request, infer Response> ? Response : never;

/** What main and the library process push to the interface. */
export type PushedEvent =
  /** The window is about to leave for the session page: what is being typed must be saved now. */
  | { kind: 'locking' }
  | { kind: 'job-changed'; job: Job }
  /** Something in the library changed; the interface reloads what it shows of it. */
  | { kind: 'library-changed'; what: readonly ChangedNoun[] }
  /** Bytes encrypted anew, of all there are; main and the interface hear it while `keys.reencrypt` runs. */
  | { kind: 'reencrypt-progress'; done: number; total: number }
  /** Blocks on the disk, read of all there are. */
  | { kind: 'rescue-progress'; done: number; total: number }
  /** Main keeps the time of the idle lock, the interface the reminder of the recovery sheet. */
  | { kind: 'settings-changed'; settings: LibrarySettings }
  | { kind: 'clipboard-changed'; state: ClipboardState }
  /** The library folder went away or came back, or damage was found; told once each. */
  | { kind: 'library-condition'; condition: LibraryCondition; readOnly: boolean }
  /** A menu item or accelerator of the main process; ids are those of `shared/actions.ts`. */
  | { kind: 'action'; id: string };

export type ChangedNoun = 'document' | 'passage' | 'tag' | 'case' | 'event' | 'search';
