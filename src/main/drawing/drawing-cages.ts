/**
 * The cages that PDFs are read and drawn in: hidden, sandboxed windows, one for each open document, whose pages have two
 * message ports and nothing else. Each has an origin of its own, so that no two ever share a process. One empty cage is
 * kept ready, because starting one takes as long as drawing a page.
 */
import { BrowserWindow, MessageChannelMain, type MessagePortMain, type Session } from 'electron';
import { PORT_MESSAGE } from '../../shared/extraction/extractor-protocol.ts';
import { pagePreferences } from '../page-preferences.ts';
import { drawingOrigin } from '../protocol.ts';
import { watchMemory } from '../watch-memory.ts';

/** More open documents than anybody reads side by side. */
const MOST_CAGES = 12;
/** The next cage is started when the first pages of the document are likely to be drawn. */
const PREPARE_MILLISECONDS = 2_000;

export interface OpenCage {
  readonly id: number;
  /** Answers the document's bytes: for the library process. */
  readonly bytes: MessagePortMain;
  /** Asks for pages: for the interface. Closes when the cage dies. */
  readonly questions: MessagePortMain;
}

export interface DrawingCages {
  /** Starts an empty cage for the next document. */
  readonly prepare: () => void;
  /** Null when all cages were closed while it started. */
  open(): Promise<OpenCage | null>;
  close(id: number): void;
  readonly closeAll: () => void;
}

export function createDrawingCages(pageSession: Session): DrawingCages {
  const windows = new Map<number, BrowserWindow>();
  /** Cages that have a document, the oldest first. */
  const used = new Set<number>();
  let spare: Promise<number | null> | undefined;
  let preparing: NodeJS.Timeout | undefined;
  let lastId = 0;
  const memory = watchMemory(() => {
    const pids = [...used].map((id) => [id, windows.get(id)?.webContents.getOSProcessId() ?? 0]);
    return new Map(pids as [number, number][]);
  }, close);

  async function start(): Promise<number | null> {
    lastId += 1;
    const id = lastId;
    const window = new BrowserWindow({
      show: false,
      webPreferences: pagePreferences('extractor', pageSession, false),
    });
    windows.set(id, window);
    window.webContents.on('render-process-gone', () => close(id));
    try {
      await window.loadURL(`${drawingOrigin(id)}/drawing/drawing.html`);
    } catch {
      return null;
    }
    return windows.has(id) ? id : null;
  }

  function prepare(): void {
    spare ??= start();
  }

  /** A living cage that has never had a document; null when it was closed while it started. */
  async function take(): Promise<number | null> {
    const kept = spare;
    spare = undefined;
    const ready = await kept;
    return ready !== undefined && ready !== null && windows.has(ready) ? ready : start();
  }

  function close(id: number): void {
    const closing = windows.get(id);
    windows.delete(id);
    used.delete(id);
    if (used.size === 0) memory.stop();
    if (!closing || closing.isDestroyed()) return;
    // A page that loops does not answer a polite request.
    closing.webContents.forcefullyCrashRenderer();
    closing.destroy();
  }

  return {
    prepare,
    close,
    closeAll() {
      clearTimeout(preparing);
      spare = undefined;
      for (const id of windows.keys()) close(id);
    },
    async open() {
      const [oldest] = used;
      if (used.size >= MOST_CAGES && oldest !== undefined) close(oldest);
      const id = await take();
      const window = id === null ? undefined : windows.get(id);
      if (id === null || window === undefined) return null;
      used.add(id);
      memory.start();
      clearTimeout(preparing);
      preparing = setTimeout(prepare, PREPARE_MILLISECONDS);
      const bytes = new MessageChannelMain();
      const questions = new MessageChannelMain();
      window.webContents.postMessage(PORT_MESSAGE, null, [bytes.port2, questions.port2]);
      return { id, bytes: bytes.port1, questions: questions.port1 };
    },
  };
}
