/** The session of a library, as the library process has it, and all that it pushes. */
import { onTestFinished } from 'vitest';
import { createSession, type LibrarySession } from '../../src/core/handlers/index.ts';
import { nodePdfExtractor } from '../../src/core/import/node-pdf-extractor.ts';
import type { PushedEvent } from '../../src/shared/ipc/contract.ts';
import { openUnlocked, type FilledLibrary } from './whole-library.ts';

export interface WatchedSession {
  readonly session: LibrarySession;
  /** In the order in which they were pushed; grows. */
  readonly events: readonly PushedEvent[];
}

/** Opened in `folder`, which is a copy of `filled`; closed at the end of the test. */
export async function watchedSession(
  folder: string,
  filled: FilledLibrary,
): Promise<WatchedSession> {
  const events: PushedEvent[] = [];
  const session = await createSession({
    open: async () => openUnlocked(folder, filled.unlocked()),
    extractor: nodePdfExtractor(),
    push: (event) => void events.push(event),
  });
  onTestFinished(() => session.close());
  return { session, events };
}
