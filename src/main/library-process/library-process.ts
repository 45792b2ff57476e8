/** One running library process as main sees it: started for one library at most, gone when that is closed. */
import { app, utilityProcess, type MessagePortMain } from 'electron';
import { join } from 'node:path';
import type { Outcome } from '../../shared/failure.ts';
import { assertNever } from '../../shared/assert-never.ts';
import type { DoorWork, ExtractorLoss, FromLibrary, ToLibrary } from './messages.ts';

export interface LibraryProcessEvents {
  /** What is being done with a passphrase now, while no library is open. */
  atTheDoor(works: readonly DoorWork[]): void;
  opened(idleMinutes: number, folder: string): void;
  idleMinutesSet(idleMinutes: number): void;
  extractorWanted(): void;
  extractorStuck(): void;
  /** The process ended without having been asked to. */
  died(): void;
}

export interface LibraryProcess {
  request(channel: string, request: unknown): Promise<Outcome<unknown>>;
  givePagePort(port: MessagePortMain): void;
  giveExtractor(port: MessagePortMain): void;
  extractorGone(reason: ExtractorLoss): void;
  /** Lets the other end of the port read the bytes of one document. */
  giveDocument(documentId: number, port: MessagePortMain): void;
  /** Resolves when the process is gone: by itself, or killed after so many milliseconds. */
  close(milliseconds: number): Promise<void>;
}

/** Forks a fresh process, so that no memory of an earlier library is in it. */
export function startLibraryProcess(
  defaultPlace: string,
  events: LibraryProcessEvents,
): LibraryProcess {
  const child = utilityProcess.fork(join(app.getAppPath(), 'out/main/library-process.js'), [], {
    serviceName: 'Kartoteka library',
    stdio: process.env['KARTOTEKA_LIBRARY_OUTPUT'] === '1' ? 'inherit' : 'ignore',
    // Nothing of the environment is needed there; NODE_OPTIONS and the like least of all.
    env: {},
  });
  const waiting = new Map<number, (outcome: Outcome<unknown>) => void>();
  const gone = Promise.withResolvers<void>();
  let expected = false;
  let ended = false;
  let lastId = 0;

  const tell = (message: ToLibrary, ports: MessagePortMain[] = []): void => {
    // A message to a process whose `exit` is being told ends main: https://github.com/electron/electron/issues/53923
    if (!ended) child.postMessage(message, ports);
  };

  tell({ kind: 'start', defaultPlace });
  child.on('message', (message: FromLibrary) => {
    switch (message.kind) {
      case 'at-the-door':
        return events.atTheDoor(message.works);
      case 'opened':
        return events.opened(message.idleMinutes, message.folder);
      case 'idle-minutes':
        return events.idleMinutesSet(message.idleMinutes);
      case 'answer':
        waiting.get(message.id)?.(message.outcome);
        waiting.delete(message.id);
        return;
      case 'extractor-wanted':
        return events.extractorWanted();
      case 'extractor-stuck':
        return events.extractorStuck();
      default:
        return assertNever(message);
    }
  });
  child.once('exit', () => {
    ended = true;
    for (const answer of waiting.values())
      answer({ ok: false, failure: { kind: 'library-locked' } });
    waiting.clear();
    gone.resolve();
    // Not within the event: windows that are destroyed in it take the whole program down (Electron 33).
    if (!expected) setImmediate(() => events.died());
  });

  return {
    request(channel, request) {
      if (ended) return Promise.resolve({ ok: false, failure: { kind: 'library-locked' } });
      const { promise, resolve } = Promise.withResolvers<Outcome<unknown>>();
      lastId += 1;
      waiting.set(lastId, resolve);
      tell({ kind: 'request', id: lastId, channel, request });
      return promise;
    },
    givePagePort: (port) => tell({ kind: 'page-port' }, [port]),
    giveExtractor: (port) => tell({ kind: 'extractor-port' }, [port]),
    extractorGone: (reason) => tell({ kind: 'extractor-gone', reason }),
    giveDocument: (documentId, port) => tell({ kind: 'document-port', documentId }, [port]),
    async close(milliseconds) {
      expected = true;
      tell({ kind: 'close', withinMs: milliseconds });
      const timer = setTimeout(() => {
        // Busy in SQLite or a parser, it hears no polite signal. What it acknowledged is on the disk.
        if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
      }, milliseconds);
      await gone.promise;
      clearTimeout(timer);
    },
  };
}
