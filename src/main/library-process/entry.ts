/** The library process: moves messages between the page, main and one library session; the work is in `core`. */
import '../no-network.ts';
import '../no-programs.ts';
import { isDoorChannel, openByRequest, type DoorChannel } from '../../core/handlers/door.ts';
import { createSession, type LibrarySession } from '../../core/handlers/index.ts';
import { assertNever } from '../../shared/assert-never.ts';
import type { OpenedLibrary } from '../../shared/domain/library.ts';
import type { ProtectedSource } from '../../shared/extraction/byte-source.ts';
import { fail, toOutcome, type Outcome } from '../../shared/failure.ts';
import type { PushedEvent } from '../../shared/ipc/contract.ts';
import type { DoorWork, FromLibrary, ToLibrary } from './messages.ts';
import { serveDocument } from './document-port.ts';
import { createPagePort } from './page-port.ts';
import { createRescueDesk } from './rescue-desk.ts';
import { createPortPdfExtractor } from './port-pdf-extractor.ts';

const LOCKED = { ok: false, failure: { kind: 'library-locked' } } as const;

const main = process.parentPort;
let defaultPlace = '';
let session: LibrarySession | undefined;
/** Opening is asked for one at a time; a second request finds the library open. */
let opening: Promise<unknown> = Promise.resolve();
const atWork: DoorWork[] = [];

const page = createPagePort(answerPage);
const rescues = createRescueDesk((event) => page.push(event));
const extractor = createPortPdfExtractor({
  wanted: () => tell({ kind: 'extractor-wanted' }),
  stuck: () => tell({ kind: 'extractor-stuck' }),
});

main.on('message', ({ data, ports: [port] }) => void receive(data as ToLibrary, port));

async function receive(message: ToLibrary, port?: Electron.MessagePortMain): Promise<void> {
  switch (message.kind) {
    case 'start':
      defaultPlace = message.defaultPlace;
      return;
    case 'page-port':
      if (port) page.connect(port);
      return;
    case 'request': {
      const outcome = (await session?.handleForMain(message.channel, message.request)) ?? LOCKED;
      return tell({ kind: 'answer', id: message.id, outcome });
    }
    case 'extractor-port':
      if (port) extractor.connect(port);
      return;
    case 'extractor-gone':
      return extractor.lost(message.reason);
    case 'document-port':
      if (port) serveDocument(port, () => readerOf(message.documentId));
      return;
    case 'close':
      await session?.close(message.withinMs);
      return process.exit(0);
    default:
      return assertNever(message);
  }
}

async function answerPage(channel: string, request: unknown): Promise<Outcome<unknown>> {
  if (isDoorChannel(channel)) return open(channel, request);
  if (channel === 'session.rescue' && !session) {
    return atTheDoor('rescue', () => rescues.start(request, defaultPlace));
  }
  if (channel === 'session.stop-rescue') return rescues.stop(request);
  return (await session?.handle(channel, request)) ?? LOCKED;
}

function open(channel: DoorChannel, request: unknown): Promise<Outcome<unknown>> {
  const outcome = opening.then(() =>
    atTheDoor('opening', () =>
      toOutcome(async () => {
        if (session) throw fail({ kind: 'invalid-request' });
        const { library, sheet } = await openByRequest(channel, request, defaultPlace);
        session = await createSession({
          open: async () => library,
          extractor,
          push,
        });
        tell({ kind: 'opened', idleMinutes: session.idleMinutes(), folder: library.folder });
        return { library: session.summary(), sheet } satisfies OpenedLibrary;
      }),
    ),
  );
  opening = outcome;
  return outcome;
}

/** Main has to know: a lock or an erase that comes meanwhile must not be followed by an open library. */
async function atTheDoor<T>(work: DoorWork, run: () => Promise<T>): Promise<T> {
  atWork.push(work);
  tell({ kind: 'at-the-door', works: atWork });
  try {
    return await run();
  } finally {
    atWork.splice(atWork.indexOf(work), 1);
    tell({ kind: 'at-the-door', works: atWork });
  }
}

function readerOf(documentId: number): ProtectedSource {
  if (!session) throw fail({ kind: 'library-locked' });
  return session.bytesOf(documentId);
}

function push(event: PushedEvent): void {
  if (event.kind === 'settings-changed') {
    tell({ kind: 'idle-minutes', idleMinutes: event.settings.idleMinutes });
  }
  page.push(event);
}

function tell(message: FromLibrary): void {
  main.postMessage(message);
}
