/**
 * The state of the session: main alone knows whether a library is open, and starts and ends its process. Opening,
 * closing and locking follow each other, however fast they are asked for.
 */
import type { LibrarySummary, SessionState } from '../shared/domain/library.ts';
import { fail, type Outcome } from '../shared/failure.ts';
import type { PushedEvent } from '../shared/ipc/contract.ts';
import { findLibraries, freeLibraryFolder } from '../core/library/places.ts';
import type { ExtractorWindow } from './extractor/extractor-window.ts';
import { startLibraryProcess, type LibraryProcess } from './library-process/library-process.ts';
import type { OpenRequest } from './library-process/messages.ts';

export interface SessionOptions {
  /** Folder that new libraries are made in and that is looked through for libraries. */
  readonly defaultPlace: string;
  readonly extractor: ExtractorWindow;
  readonly push: (event: PushedEvent) => void;
}

export interface Session {
  state(): Promise<SessionState>;
  create(name: string, parent: string | null, passphrase: string): Promise<LibrarySummary>;
  unlock(folder: string | null, passphrase: string): Promise<LibrarySummary>;
  lock(): Promise<void>;
  /** Asks the library process; `library-locked` while there is none. */
  ask(channel: string, request: unknown): Promise<Outcome<unknown>>;
}

export function createSession({ defaultPlace, extractor, push }: SessionOptions): Session {
  let library: LibraryProcess | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  /** Runs after what was asked for before, whether that went well or not. */
  function next<T>(run: () => Promise<T>): Promise<T> {
    const result = queue.then(run);
    queue = result.catch(() => undefined);
    return result;
  }

  async function close(): Promise<void> {
    const closing = library;
    library = undefined;
    extractor.close();
    await closing?.close();
  }

  async function open(how: OpenRequest): Promise<LibrarySummary> {
    const wasOpen = library !== undefined;
    await close();
    const started = startLibraryProcess(how, {
      pushed: push,
      extractorWanted: () => void giveExtractor(started),
      extractorStuck: () => extractor.close(),
      died: () => forget(started),
    });
    const outcome = await started.opened;
    if (!outcome.ok) {
      if (wasOpen) push({ kind: 'session-changed', state: closedState() });
      throw fail(outcome.failure);
    }
    library = started;
    push({ kind: 'session-changed', state: { kind: 'open', library: outcome.value } });
    return outcome.value;
  }

  async function giveExtractor(to: LibraryProcess): Promise<void> {
    const port = await extractor.open((reason) => to.extractorGone(reason));
    if (port && library === to) to.giveExtractor(port);
  }

  function forget(process: LibraryProcess): void {
    if (library !== process) return;
    library = undefined;
    extractor.close();
    push({ kind: 'session-changed', state: closedState() });
  }

  function closedState(): SessionState {
    const places = findLibraries(defaultPlace).length;
    return places === 0 ? { kind: 'first-start' } : { kind: 'locked', places };
  }

  return {
    async state() {
      const outcome = await library?.request('library.summary', {});
      return outcome?.ok
        ? { kind: 'open', library: outcome.value as LibrarySummary }
        : closedState();
    },
    create: (name, parent, passphrase) =>
      next(() => {
        const folder = freeLibraryFolder(parent ?? defaultPlace, name);
        return open({ kind: 'create', folder, name, passphrase });
      }),
    unlock: (folder, passphrase) =>
      next(() => {
        const place = folder ?? findLibraries(defaultPlace)[0]?.folder;
        if (place === undefined) throw fail({ kind: 'library-missing' });
        return open({ kind: 'open', folder: place, passphrase });
      }),
    lock: () =>
      next(async () => {
        const closing = close();
        // Told at once: a busy library takes seconds to end, and the screen must not show it until then.
        push({ kind: 'session-changed', state: closedState() });
        await closing;
      }),
    async ask(channel, request) {
      return (
        (await library?.request(channel, request)) ?? {
          ok: false,
          failure: { kind: 'library-locked' },
        }
      );
    },
  };
}
