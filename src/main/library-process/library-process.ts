/** One running library process as main sees it: started for one library, gone when that is closed. */
import { app, utilityProcess, type MessagePortMain } from 'electron';
import { join } from 'node:path';
import type { LibrarySummary } from '../../shared/domain/library.ts';
import type { Outcome } from '../../shared/failure.ts';
import type { PushedEvent } from '../../shared/ipc/contract.ts';
import { assertNever } from '../../shared/assert-never.ts';
import type { ExtractorLoss, FromLibrary, OpenRequest, ToLibrary } from './messages.ts';

/** A closing library only has to checkpoint; after this many milliseconds it is killed instead. */
const CLOSE_MILLISECONDS = 10_000;

export interface LibraryProcessEvents {
  pushed(event: PushedEvent): void;
  extractorWanted(): void;
  extractorStuck(): void;
  /** The process ended without having been asked to. */
  died(): void;
}

export interface LibraryProcess {
  /** What opening the library came to. After a failure the process ends by itself. */
  readonly opened: Promise<Outcome<LibrarySummary>>;
  request(channel: string, request: unknown): Promise<Outcome<unknown>>;
  giveExtractor(port: MessagePortMain): void;
  extractorGone(reason: ExtractorLoss): void;
  /** Resolves when the process is gone, gracefully or not. */
  close(): Promise<void>;
}

/** Forks a fresh process, so that no memory of an earlier library is in it. */
export function startLibraryProcess(
  how: OpenRequest,
  events: LibraryProcessEvents,
): LibraryProcess {
  const child = utilityProcess.fork(join(app.getAppPath(), 'out/main/library-process.js'), [], {
    serviceName: 'Kartoteka library',
    stdio: process.env['KARTOTEKA_LIBRARY_OUTPUT'] === '1' ? 'inherit' : 'ignore',
    // Nothing of the environment is needed there; NODE_OPTIONS and the like least of all.
    env: {},
  });
  const waiting = new Map<number, (outcome: Outcome<unknown>) => void>();
  const opened = Promise.withResolvers<Outcome<LibrarySummary>>();
  const gone = Promise.withResolvers<void>();
  let expected = false;
  let lastId = 0;

  const tell = (message: ToLibrary, ports: MessagePortMain[] = []): void =>
    child.postMessage(message, ports);

  child.once('spawn', () => tell(how));
  child.on('message', (message: FromLibrary) => {
    switch (message.kind) {
      case 'opened':
        expected ||= !message.outcome.ok;
        return opened.resolve(message.outcome);
      case 'answer':
        waiting.get(message.id)?.(message.outcome);
        waiting.delete(message.id);
        return;
      case 'event':
        return events.pushed(message.event);
      case 'extractor-wanted':
        return events.extractorWanted();
      case 'extractor-stuck':
        return events.extractorStuck();
      default:
        return assertNever(message);
    }
  });
  child.once('exit', () => {
    opened.resolve({
      ok: false,
      failure: { kind: 'internal', reference: 'library-process-ended' },
    });
    for (const answer of waiting.values())
      answer({ ok: false, failure: { kind: 'library-locked' } });
    waiting.clear();
    gone.resolve();
    if (!expected) events.died();
  });

  return {
    opened: opened.promise,
    request(channel, request) {
      const { promise, resolve } = Promise.withResolvers<Outcome<unknown>>();
      lastId += 1;
      waiting.set(lastId, resolve);
      tell({ kind: 'request', id: lastId, channel, request });
      return promise;
    },
    giveExtractor: (port) => tell({ kind: 'extractor-port' }, [port]),
    extractorGone: (reason) => tell({ kind: 'extractor-gone', reason }),
    async close() {
      expected = true;
      tell({ kind: 'close' });
      const timer = setTimeout(() => child.kill(), CLOSE_MILLISECONDS);
      await gone.promise;
      clearTimeout(timer);
    },
  };
}
