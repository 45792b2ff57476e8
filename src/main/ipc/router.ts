/** Answers the requests of the contract that belong to main. */
import type { BrowserWindow } from 'electron';
import type { BackupReport } from '../../shared/domain/backup.ts';
import { placeWarningsAt } from '../../core/library/place-warnings.ts';
import { placeAt, findLibraries } from '../../core/library/places.ts';
import { fail, toOutcome, type Outcome } from '../../shared/failure.ts';
import {
  contract,
  type ChannelName,
  type Contract,
  type RequestOf,
  type ResponseOf,
} from '../../shared/ipc/contract.ts';
import type { ClipboardKeeper } from '../clipboard-keeper.ts';
import { chooseExportFile, chooseFolder, chooseImports } from '../dialogs.ts';
import type { DrawingCages } from '../drawing/drawing-cages.ts';
import type { AppMenu } from '../menu.ts';
import { samplePaths } from '../sample-reports.ts';
import { saveSheet } from '../save-sheet.ts';
import type { Session } from '../session.ts';
import { giveCage, type Answer } from './handle.ts';

type MainChannel = {
  [C in ChannelName]: Contract[C]['owner'] extends 'main' ? C : never;
}[ChannelName];
type MainHandlers = { [C in MainChannel]: (request: RequestOf<C>) => Promise<ResponseOf<C>> };

export interface RouterContext {
  readonly window: BrowserWindow;
  readonly session: Session;
  readonly clipboard: ClipboardKeeper;
  readonly cages: DrawingCages;
  readonly defaultPlace: string;
  readonly menu: AppMenu;
  /** The page has saved what was being typed. */
  readonly typingSaved: () => void;
}

/** Requests come checked by `handle.ts`. */
export function createRouter(context: RouterContext): Answer {
  const handlers = mainHandlers(context);
  return async (channel, request) =>
    isMainChannel(channel)
      ? toOutcome(() => answer(handlers, channel, request))
      : { ok: false, failure: { kind: 'invalid-request' } };
}

function answer<C extends MainChannel>(
  handlers: MainHandlers,
  channel: C,
  request: unknown,
): Promise<ResponseOf<C>> {
  return handlers[channel](request as RequestOf<C>);
}

function isMainChannel(channel: ChannelName): channel is MainChannel {
  return contract[channel].owner === 'main';
}

function mainHandlers(context: RouterContext): MainHandlers {
  const { window, session, clipboard, cages, menu, defaultPlace, typingSaved } = context;
  const importPaths = async (paths: readonly string[]): Promise<number> =>
    valueOf<number>(await session.ask('import.start', { paths }));

  return {
    'session.state': async () => session.state(),
    'session.places': async () => findLibraries(defaultPlace),
    'session.choose-parent': () => chooseFolder(window, 'choose-parent'),
    async 'session.choose-library'() {
      const folder = await chooseFolder(window, 'choose-library', defaultPlace);
      return folder === null ? null : placeAt(folder);
    },
    'session.place-warnings': async ({ folder }) => placeWarningsAt(folder ?? defaultPlace),
    async 'session.enter'() {
      await session.enter();
      return null;
    },
    async 'session.lock'() {
      await session.lock('asked');
      return null;
    },
    async 'keys.erase'({ folder }) {
      await session.eraseKeys(folder);
      return null;
    },
    async 'session.typing-saved'() {
      typingSaved();
      return null;
    },
    async 'document.open-cage'({ documentId }) {
      const cage = await cages.open();
      if (cage === null) throw fail({ kind: 'library-locked' });
      session.giveDocument(documentId, cage.bytes);
      giveCage(window, cage.id, cage.questions);
      return cage.id;
    },
    async 'document.close-cage'({ cage }) {
      cages.close(cage);
      return null;
    },
    async 'library.backup'() {
      const parent = await chooseFolder(window, 'choose-backup');
      if (parent === null) return null;
      return valueOf<BackupReport>(await session.ask('backup.write', { parent }));
    },
    async 'import.choose'({ what }) {
      const paths = await chooseImports(window, what);
      return paths.length === 0 ? null : importPaths(paths);
    },
    'import.samples': async () => importPaths(await samplePaths()),
    async 'export.run'({ selection, format }) {
      const file = await chooseExportFile(window, format);
      if (file === null) return null;
      return valueOf<number>(await session.ask('export.write', { selection, format, file }));
    },
    async 'menu.history'(history) {
      menu.showHistory(history);
      return null;
    },
    'sheet.save': () => saveSheet(window),
    async 'clipboard.write'({ text }) {
      await clipboard.write(text);
      return null;
    },
    async 'clipboard.release'() {
      await clipboard.release();
      return null;
    },
  };
}

function valueOf<T>(outcome: Outcome<unknown>): T {
  if (!outcome.ok) throw fail(outcome.failure);
  return outcome.value as T;
}
