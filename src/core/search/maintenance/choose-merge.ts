/** Decides which segments are worth writing anew as one. */
import type { IndexView, Segment } from '../index/index-view.ts';

/** Segments of one size class that may stand side by side; with 8, a library of 100,000 pages has about 20 segments. */
const FAN = 8;
/** A merge takes at most this many, so that one after a large import does not take all at once. */
const MOST_SOURCES = 16;
/** A segment is written anew when this share of its pages is gone. */
const DEAD_SHARE = 0.2;

export type Merge =
  { kind: 'drop'; segment: Segment } | { kind: 'merge'; sources: readonly Segment[] };

/** @returns undefined when nothing is to be done. */
export function chooseMerge(view: IndexView): Merge | undefined {
  const classes = new Map<number, Segment[]>();
  for (const segment of view.segments) {
    const alive = livePages(view, segment);
    if (alive === 0) return { kind: 'drop', segment };
    if (segment.pages.size - alive > segment.pages.size * DEAD_SHARE) {
      return { kind: 'merge', sources: [segment] };
    }
    const sizeClass = Math.floor(Math.log(alive) / Math.log(FAN));
    const others = classes.get(sizeClass);
    if (others) others.push(segment);
    else classes.set(sizeClass, [segment]);
  }
  for (const [, segments] of [...classes].sort(([a], [b]) => a - b)) {
    if (segments.length >= FAN) return { kind: 'merge', sources: segments.slice(0, MOST_SOURCES) };
  }
  return undefined;
}

function livePages(view: IndexView, { base, pages }: Segment): number {
  let alive = 0;
  for (let local = 0; local < pages.size; local += 1) alive += view.live[base + local] ?? 0;
  return alive;
}
