/** How long the core takes to close a session: what the library process does when it is told to. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSession } from '../../src/core/handlers/index.ts';
import { nodePdfExtractor } from '../../src/core/import/node-pdf-extractor.ts';
import type { OpenLibrary } from '../../src/core/library/library.ts';
import { InventedWords } from '../../tests/helpers/invented-words.ts';
import { anchorOf } from '../../tests/helpers/stored-document.ts';
import { spread, type Spread } from './spread.ts';
import { timed } from './sides.ts';

const LOCKS = 10;
const WORDS_OF_A_FILE = 60_000;

export interface CoreLocks {
  readonly idle: Spread;
  /** Then what was deleted is removed from the file. */
  readonly afterDeletion: Spread;
  /** A long text is being read or indexed; the program would kill the process after half a second. */
  readonly importing: Spread;
}

/** @param open opens the library that is to be locked; it has a document */
export async function measureCoreLocks(
  open: () => Promise<OpenLibrary>,
  parent: string,
  seed: number,
): Promise<CoreLocks> {
  const words = new InventedWords(seed, 4_000);
  const locked = async (prepare: (library: OpenLibrary, handle: Handle) => unknown) => {
    const times: number[] = [];
    for (let lock = 0; lock < LOCKS; lock += 1) {
      const library = await open();
      const session = await createSession({
        open: () => Promise.resolve(library),
        extractor: nodePdfExtractor(),
        push: () => undefined,
      });
      await prepare(library, (channel, request) => session.handle(channel, request));
      times.push(await timed(() => session.close()));
    }
    return spread(times);
  };
  return {
    idle: await locked(() => undefined),
    afterDeletion: await locked(makeAndTakeBack),
    importing: await locked(async (_, handle) => {
      const file = join(parent, `${words.random.below(2 ** 30)}.txt`);
      writeFileSync(file, words.text('latin', WORDS_OF_A_FILE));
      await handle('import.start', { paths: [file] });
    }),
  };
}

type Handle = (channel: string, request: unknown) => Promise<unknown>;

async function makeAndTakeBack({ database }: OpenLibrary, handle: Handle): Promise<void> {
  const { text, documentId } = database
    .prepare<[], { text: string; documentId: number }>(
      'SELECT text, document_id AS documentId FROM page WHERE number = 1 ORDER BY id',
    )
    .get() ?? { text: '', documentId: 0 };
  const command = {
    kind: 'passage.create',
    documentId,
    anchor: anchorOf(text, text.slice(0, 20)),
    colour: 'yellow',
    note: 'A note that goes again.',
    labels: [],
  };
  await handle('command.run', { command });
  await handle('command.undo', {});
}
