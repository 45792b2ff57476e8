/** Before a lock the page is asked to save what is being typed; a page that does not answer is not waited for. */
import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds. A lock has to be done within a second, the closing of the library included. */
const MOST_MILLISECONDS = 300;

export interface TypingHandover {
  /** Resolves when the page has answered, or is late. */
  readonly ask: () => Promise<void>;
  /** The page has answered. */
  readonly done: () => void;
}

export function createTypingHandover(askPage: () => void): TypingHandover {
  let answered = Promise.withResolvers<void>();
  return {
    async ask() {
      answered = Promise.withResolvers<void>();
      askPage();
      await Promise.race([answered.promise, wait(MOST_MILLISECONDS)]);
    },
    done: () => answered.resolve(),
  };
}
