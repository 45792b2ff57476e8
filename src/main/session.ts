/**
 * The state of the session: main alone knows whether a library is open, starts and ends its process, and says which of
 * the two pages the window shows. There is always one library process: waiting behind the session page, or with the
 * library of the workbench. Locking replaces the process and the page, so that no memory of a library is left in either.
 */
import { app, MessageChannelMain, type MessagePortMain } from 'electron';
import type { LibraryPlace, LockReason, SessionState } from '../shared/domain/library.ts';
import { DEFAULT_IDLE_MINUTES } from '../shared/domain/settings.ts';
import { fail, type Outcome } from '../shared/failure.ts';
import { eraseKeys } from '../core/library/keys/erase-keys.ts';
import { findLibraries, placeAt } from '../core/library/places.ts';
import type { DoorWork } from './library-process/messages.ts';
import type { DrawingCages } from './drawing/drawing-cages.ts';
import type { ExtractorWindow } from './extractor/extractor-window.ts';
import { collectGarbage } from '../core/collect-garbage.ts';
import { startLibraryProcess, type LibraryProcess } from './library-process/library-process.ts';

/**
 * Milliseconds until a library process that does not close by itself is killed. A lock has to be done within a second;
 * what was acknowledged is on the disk by then. At the end of the program there is time for a tidy file.
 */
const CLOSE_MILLISECONDS = { lock: 500, quit: 10_000 } as const;

/**
 * An opening that is heard of so soon after the computer went to sleep or locked its screen was asked for before that: the
 * page's request goes another way than the system's (milliseconds).
 */
const AFTER_LOCK_MILLISECONDS = 3_000;

/** A library process that ends sooner than this after its start, without a library, will never do better. */
const BROKEN_START_MILLISECONDS = 1_000;

export type PageName = 'session' | 'main';

export interface SessionOptions {
  /** Folder that new libraries are made in and that is looked through for libraries. */
  readonly defaultPlace: string;
  readonly extractor: ExtractorWindow;
  readonly cages: DrawingCages;
  /** Shows another page in a new process; resolves when the old page is gone. */
  readonly show: (page: PageName, hung: boolean) => Promise<void>;
  /** Gives the page a moment to save what is being typed; whether it did. */
  readonly saveTyping: () => Promise<boolean>;
}

export interface Session {
  state(): SessionState;
  /** A port to the library process for the page that is shown now. */
  readonly portForPage: () => MessagePortMain;
  /** @throws FailureError `library-locked` while no library is open. */
  enter(): Promise<void>;
  /** Resolves when the library is closed and its page and process are gone; at once while none is open or being opened. */
  lock(because: LockReason): Promise<void>;
  /**
   * Destroys the keys of a library; an open one is locked first.
   * @param folder null is the open library, or the one used last
   * @throws FailureError `library-missing`
   */
  eraseKeys(folder: string | null): Promise<void>;
  /** Closes the library for good; the window is gone or goes. */
  end(): Promise<void>;
  /** Minutes without a touch after which the open library locks itself. */
  idleMinutes(): number;
  /** Lets a drawing cage read one document of the open library. */
  giveDocument(documentId: number, port: MessagePortMain): void;
  /** Asks the library process; `library-locked` while no library is open. */
  ask(channel: string, request: unknown): Promise<Outcome<unknown>>;
}

export function createSession(options: SessionOptions): Session {
  const { defaultPlace, extractor, cages, show, saveTyping } = options;
  let library = start();
  let open = false;
  let atTheDoor: readonly DoorWork[] = [];
  let missedLock = -Infinity;
  let idleMinutes: number = DEFAULT_IDLE_MINUTES;
  let because: LockReason | null = null;
  /** Only in memory: that a library lies on a stick is written nowhere. */
  let last: LibraryPlace | null = null;
  let locking: Promise<void> | undefined;

  function start(): LibraryProcess {
    const startedAt = performance.now();
    const started = startLibraryProcess(defaultPlace, {
      atTheDoor(works) {
        if (library !== started) return;
        atTheDoor = works;
        const isLate = performance.now() - missedLock < AFTER_LOCK_MILLISECONDS;
        if (isLate && works.includes('opening')) void lock('system');
      },
      opened(minutes, folder) {
        // One that is being ended may come to the end of its opening before its own.
        if (library !== started) return;
        open = true;
        last = placeAt(folder);
        idleMinutes = minutes;
      },
      idleMinutesSet: (minutes) => (idleMinutes = minutes),
      extractorWanted: () => void giveExtractor(started),
      extractorStuck: () => extractor.close(),
      died() {
        if (!open && performance.now() - startedAt < BROKEN_START_MILLISECONDS) app.exit(1);
        else void lock('ended');
      },
    });
    return started;
  }

  async function giveExtractor(to: LibraryProcess): Promise<void> {
    const port = await extractor.open((reason) => to.extractorGone(reason));
    if (port && library === to) to.giveExtractor(port);
  }

  function lock(reason: LockReason): Promise<void> {
    locking ??= leave(reason).finally(() => (locking = undefined));
    return locking;
  }

  async function leave(reason: LockReason): Promise<void> {
    const opening = atTheDoor.includes('opening');
    if (!open && !opening && reason !== 'ended') {
      if (reason === 'system') missedLock = performance.now();
      return;
    }
    // A page with a passphrase in it is not asked, it is ended: nothing else was typed there.
    const answers = reason === 'ended' || (open && (await saveTyping()));
    because = open || opening ? reason : because;
    open = false;
    atTheDoor = [];
    const closing = library;
    extractor.close();
    cages.closeAll();
    // The port of the next page waits in the new process until that page asks for it.
    const closed = closing.close(CLOSE_MILLISECONDS.lock);
    library = start();
    await Promise.all([show('session', !answers), closed]);
    collectGarbage();
  }

  return {
    state() {
      if (open) return { kind: 'open' };
      const places = findLibraries(defaultPlace).length;
      // Who has just used a library is asked for its passphrase, wherever it lies, and told when it is gone.
      if (places === 0 && last === null) return { kind: 'first-start' };
      return { kind: 'locked', places, because, last };
    },
    portForPage() {
      const { port1, port2 } = new MessageChannelMain();
      library.givePagePort(port1);
      return port2;
    },
    async enter() {
      if (!open) throw fail({ kind: 'library-locked' });
      await show('main', false);
    },
    lock,
    async eraseKeys(folder) {
      const place = folder ?? last?.folder ?? findLibraries(defaultPlace)[0]?.folder;
      if (place === undefined) throw fail({ kind: 'library-missing' });
      // A rescue knows the keys, and would write them into the new library.
      await lock(atTheDoor.includes('rescue') ? 'ended' : 'asked');
      eraseKeys(place);
    },
    idleMinutes: () => idleMinutes,
    async end() {
      open = false;
      extractor.close();
      cages.closeAll();
      await library.close(CLOSE_MILLISECONDS.quit);
    },
    giveDocument(documentId, port) {
      if (open) library.giveDocument(documentId, port);
      else port.close();
    },
    async ask(channel, request) {
      return open
        ? library.request(channel, request)
        : { ok: false, failure: { kind: 'library-locked' } };
    },
  };
}
