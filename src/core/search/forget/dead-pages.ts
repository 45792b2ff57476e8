/** Which pages of a segment are gone, also in a segment that a merge is still writing. */
import type { LibraryDatabase } from '../../library/connection.ts';
import type { IndexView } from '../index/index-view.ts';
import { prepared } from '../index/prepared.ts';
import { readSources } from '../maintenance/merge-segments.ts';

export type IsDead = (local: number) => boolean;

/** By segment id; segments without a dead page are left out. */
export function deadPages(database: LibraryDatabase, view: IndexView): Map<number, IsDead> {
  const dead = new Map<number, IsDead>();
  const tombstones = tombstonesBySegment(database);
  for (const { id, base } of view.segments) {
    if (tombstones.has(id)) dead.set(id, (local) => view.live[base + local] !== 1);
  }
  const building = prepared<number>(
    database,
    `SELECT id FROM search_segment WHERE state = 'building'`,
  ).pluck();
  for (const targetId of building.all()) {
    const inTarget = new Set<number>();
    for (const { segmentId, targetLocals } of readSources(database, targetId)) {
      for (const local of tombstones.get(segmentId) ?? []) {
        const target = targetLocals.get(local);
        if (target !== undefined) inTarget.add(target);
      }
    }
    if (inTarget.size > 0) dead.set(targetId, (local) => inTarget.has(local));
  }
  return dead;
}

function tombstonesBySegment(database: LibraryDatabase): Map<number, number[]> {
  const rows = prepared<{ segment_id: number; local: number }>(
    database,
    'SELECT segment_id, local FROM search_tombstone',
  );
  const bySegment = new Map<number, number[]>();
  for (const { segment_id, local } of rows.iterate()) {
    const locals = bySegment.get(segment_id);
    if (locals) locals.push(local);
    else bySegment.set(segment_id, [local]);
  }
  return bySegment;
}
