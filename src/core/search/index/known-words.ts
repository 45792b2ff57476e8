/**
 * The words of the dictionaries without their lists, once they were read: a pattern goes through all of them, and decrypting
 * them takes most of its time. A library of 100,000 pages has 11 MB of them.
 */
import type { IndexView } from './index-view.ts';

/** Of a larger library, the rest is read anew for every pattern. */
const MOST_BYTES = 24 * 1024 * 1024;

export class KnownWords {
  /** By token of the segment, by number of the block in the whole segment. */
  #segments = new Map<number, Map<number, Uint8Array>>();
  #bytes = 0;
  #generation = -1;

  /** Forgets the segments that are not in the view any more. */
  keep({ generation, segments }: IndexView): void {
    if (generation === this.#generation) return;
    this.#generation = generation;
    const kept = new Map<number, Map<number, Uint8Array>>();
    this.#bytes = 0;
    for (const { token } of segments) {
      const words = this.#segments.get(token);
      if (words === undefined) continue;
      kept.set(token, words);
      for (const { length } of words.values()) this.#bytes += length;
    }
    this.#segments = kept;
  }

  /** The words of a block, read by `read` the first time. */
  of(token: number, block: number, read: () => Uint8Array): Uint8Array {
    let ofSegment = this.#segments.get(token);
    const known = ofSegment?.get(block);
    if (known !== undefined) return known;
    const words = read();
    if (this.#bytes + words.length > MOST_BYTES) return words;
    if (ofSegment === undefined) {
      ofSegment = new Map<number, Uint8Array>();
      this.#segments.set(token, ofSegment);
    }
    ofSegment.set(block, words);
    this.#bytes += words.length;
    return words;
  }
}
