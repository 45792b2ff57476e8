/** The analysis of one open library. It remembers words, so it must not outlive the library's being open. */
import { Lexicon } from './lexicon.ts';

export class Analysis {
  #lexicon = new Lexicon();

  /** The words known so far; to be asked for once for a text or a segment, since a new one has other numbers. */
  get lexicon(): Lexicon {
    if (this.#lexicon.isFull) this.#lexicon = new Lexicon();
    return this.#lexicon;
  }
}
