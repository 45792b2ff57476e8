/** Before a lock the page is asked to save what is being typed; a page that does not answer is not waited for. */
import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds. A lock has to be done within a second, the closing of the library included. */
const MOST_MILLISECONDS = 400;

export interface TypingHandover {
  /** Whether the page has answered in time; one that does not is hung. */
  readonly ask: () => Promise<boolean>;
  /** The page has answered. */
  readonly done: () => void;
}

export function createTypingHandover(askPage: () => void): TypingHandover {
  let answered = Promise.withResolvers<boolean>();
  return {
    async ask() {
      answered = Promise.withResolvers<boolean>();
      askPage();
      return Promise.race([answered.promise, wait(MOST_MILLISECONDS, false)]);
    },
    done: () => answered.resolve(true),
  };
}
