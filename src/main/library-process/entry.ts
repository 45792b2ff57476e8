/** The library process: moves messages between main and one library session; the work is in `core`. */
import '../no-network.ts';
import { createSession, type LibrarySession } from '../../core/handlers/index.ts';
import { createLibrary, openLibrary, type OpenLibrary } from '../../core/library/library.ts';
import { assertNever } from '../../shared/assert-never.ts';
import type { LibrarySummary } from '../../shared/domain/library.ts';
import { FailureError, toOutcome } from '../../shared/failure.ts';
import type { FromLibrary, OpenRequest, ToLibrary } from './messages.ts';
import { createPortPdfExtractor } from './port-pdf-extractor.ts';

const main = process.parentPort;
let session: LibrarySession | undefined;

const extractor = createPortPdfExtractor({
  wanted: () => tell({ kind: 'extractor-wanted' }),
  stuck: () => tell({ kind: 'extractor-stuck' }),
});

main.on('message', ({ data, ports: [port] }) => void receive(data as ToLibrary, port));

async function receive(message: ToLibrary, port?: Electron.MessagePortMain): Promise<void> {
  switch (message.kind) {
    case 'open':
    case 'create':
      return begin(message);
    case 'request': {
      const locked = { ok: false, failure: { kind: 'library-locked' } } as const;
      const outcome = (await session?.handle(message.channel, message.request)) ?? locked;
      return tell({ kind: 'answer', id: message.id, outcome });
    }
    case 'extractor-port':
      if (port) extractor.connect(port);
      return;
    case 'extractor-gone':
      return extractor.lost(message.reason);
    case 'close':
      await session?.close();
      return process.exit(0);
    default:
      return assertNever(message);
  }
}

async function begin(how: OpenRequest): Promise<void> {
  const outcome = await toOutcome(async () => {
    session = await createSession({
      open: () => openAs(how),
      extractor,
      push: (event) => tell({ kind: 'event', event }),
    });
    return summary(session);
  });
  tell({ kind: 'opened', outcome });
  if (!outcome.ok) process.exit(0);
}

function openAs(how: OpenRequest): Promise<OpenLibrary> {
  return how.kind === 'create'
    ? createLibrary(how.folder, how.name, how.passphrase)
    : openLibrary(how.folder, how.passphrase);
}

async function summary(of: LibrarySession): Promise<LibrarySummary> {
  const outcome = await of.handle('library.summary', {});
  if (!outcome.ok) throw new FailureError(outcome.failure);
  return outcome.value as LibrarySummary;
}

function tell(message: FromLibrary): void {
  main.postMessage(message);
}
