/**
 * What was copied here does not stay on the clipboard: it is taken off after a while, and at lock and quit, if it is still
 * ours. What another program put there meanwhile is never touched. Only a salted digest is remembered, not the text.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { ClipboardState } from '../shared/domain/clipboard.ts';

/** Long enough to reach another window and paste, short enough to be gone before one leaves the desk. */
export const CLIPBOARD_MILLISECONDS = 30_000;

/** The part of Electron's `clipboard` that is used; older versions answer at once, newer ones promise to. */
export interface SystemClipboard {
  readText(): string | Promise<string>;
  writeText(text: string): void | Promise<void>;
  clear(): void;
}

/** Node's timers, or those of a test. */
export interface Timers {
  set(run: () => void, milliseconds: number): unknown;
  clear(timer: unknown): void;
  /** Milliseconds since some moment. */
  now(): number;
}

export interface ClipboardKeeper {
  /** Puts text on the clipboard and starts the time anew. */
  write(text: string): Promise<void>;
  /** Takes it off now, if it is still ours. Never rejects: it runs on the way out. */
  release(): Promise<void>;
  /** Tells the state again, to a page that has just come. */
  tell(): void;
}

const NODE_TIMERS: Timers = {
  set: (run, milliseconds) => setTimeout(run, milliseconds),
  clear: (timer) => clearTimeout(timer as NodeJS.Timeout),
  now: () => performance.now(),
};

/** @param changed is told whenever something of ours is on the clipboard, and when it no longer is. */
export function createClipboardKeeper(
  clipboard: SystemClipboard,
  changed: (state: ClipboardState) => void,
  timers: Timers = NODE_TIMERS,
): ClipboardKeeper {
  let held: { digest: string; salt: Buffer; timer: unknown; until: number } | undefined;

  /** A call, because a newer text of ours may come while the system is being asked. */
  const holds = (): boolean => held !== undefined;

  async function release(): Promise<void> {
    const releasing = held;
    if (releasing === undefined) return;
    held = undefined;
    timers.clear(releasing.timer);
    try {
      const now = await clipboard.readText();
      if (!holds() && digestOf(now, releasing.salt) === releasing.digest) {
        clipboard.clear();
      }
    } catch {
      // A clipboard that does not answer holds nothing that could be taken off.
    }
    if (!holds()) changed({ kind: 'empty' });
  }

  function tell(): void {
    if (held !== undefined) changed({ kind: 'holding', milliseconds: held.until - timers.now() });
  }

  return {
    async write(text) {
      if (held !== undefined) timers.clear(held.timer);
      const salt = randomBytes(16);
      held = {
        digest: digestOf(text, salt),
        salt,
        until: timers.now() + CLIPBOARD_MILLISECONDS,
        timer: timers.set(() => void release(), CLIPBOARD_MILLISECONDS),
      };
      await clipboard.writeText(text);
      tell();
    },
    release,
    tell,
  };
}

/** Some systems give line ends back as their own. */
function digestOf(text: string, salt: Buffer): string {
  return createHash('sha256').update(salt).update(text.replaceAll('\r\n', '\n')).digest('base64');
}
