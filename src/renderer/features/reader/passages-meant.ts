/** What a key means that is pressed while the one before it is still at work: its passages, and only after it. */
import { activePane, type ReaderPane } from './panes/pane.ts';
import { selectedPassages, type SelectedWords } from './reader-store.ts';
import { isSameStretch } from './stretch.ts';

interface Making {
  readonly pane: ReaderPane;
  readonly words: SelectedWords;
  /** The passage's id, null when it failed. */
  readonly made: Promise<number | null>;
}

let making: Making | null = null;

/** From now on, until the passage is made, keys that mean these words mean their passage. */
export function noteMaking(pane: ReaderPane, words: SelectedWords, made: Promise<number | null>) {
  const mine = { pane, words, made };
  making = mine;
  const forget = (): void => {
    if (making === mine) making = null;
  };
  made.then(forget, forget);
}

/** The passage that is being made of the words that are chosen now; null when none is. */
export function passageBeingMade(): Promise<number | null> | null {
  if (making === null || making.pane !== activePane()) return null;
  const { words } = making.pane.reader.getState();
  return words !== null && isSameStretch(words, making.words) ? making.made : null;
}

/** The passages that are selected now, or the one that is being made. */
export async function passagesMeant(): Promise<number[]> {
  const made = passageBeingMade();
  if (made === null) return selectedPassages(activePane().reader.getState()).map(({ id }) => id);
  const id = await made;
  return id === null ? [] : [id];
}

let lastTurn: Promise<void> = Promise.resolve();

/** Runs it after what took its turn before has ended, well or badly. */
export function takeTurn(run: () => Promise<void>): Promise<void> {
  const turn = lastTurn.then(run);
  lastTurn = turn.catch(() => undefined);
  return turn;
}
