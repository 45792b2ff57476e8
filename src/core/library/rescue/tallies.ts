/** Counting what is saved and lost, noun by noun. */
import {
  RESCUED_NOUNS,
  type RescueCount,
  type RescuedNoun,
} from '../../../shared/domain/rescue.ts';

interface Tally {
  saved: number;
  lost: number;
  readonly doubtful: Set<number>;
}

export interface Tallies {
  saved(noun: RescuedNoun, count?: number): void;
  lost(noun: RescuedNoun, count?: number): void;
  /** Known from elsewhere: the estimate was too low. */
  atLeastLost(noun: RescuedNoun, count: number): void;
  doubtful(noun: RescuedNoun, id: number): void;
  counts(): Record<RescuedNoun, RescueCount>;
  doubtfulIds(): Record<RescuedNoun, readonly number[]>;
}

export function createTallies(): Tallies {
  const tallies = forEachNoun((): Tally => ({ saved: 0, lost: 0, doubtful: new Set() }));
  return {
    saved: (noun, count = 1) => void (tallies[noun].saved += count),
    lost: (noun, count = 1) => void (tallies[noun].lost += count),
    atLeastLost(noun, count) {
      tallies[noun].lost = Math.max(tallies[noun].lost, count);
    },
    doubtful: (noun, id) => void tallies[noun].doubtful.add(id),
    counts: () =>
      forEachNoun((noun) => {
        const { saved, lost, doubtful } = tallies[noun];
        return { saved, lost, doubtful: doubtful.size };
      }),
    doubtfulIds: () => forEachNoun((noun) => [...tallies[noun].doubtful].sort((a, b) => a - b)),
  };
}

function forEachNoun<T>(make: (noun: RescuedNoun) => T): Record<RescuedNoun, T> {
  return Object.fromEntries(RESCUED_NOUNS.map((noun) => [noun, make(noun)])) as Record<
    RescuedNoun,
    T
  >;
}
