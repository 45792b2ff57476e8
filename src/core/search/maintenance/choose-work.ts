/** Decides which part of the index is worth building anew. */
import type { LibraryDatabase } from '../../library/connection.ts';
import { ANALYSIS_VERSION } from '../analysis/analyser.ts';
import type { IndexView, Segment } from '../index/index-view.ts';
import { prepared } from '../index/prepared.ts';
import { MOST_PAGES } from '../index/segment-builder.ts';

/** Segments of one size class that may stand side by side. */
const FAN = 8;
/** A segment is built anew when this share of its pages is gone. */
const DEAD_SHARE = 0.2;

export type Work =
  | { kind: 'drop'; segment: Segment }
  /** Index documents that are not, or by an older analysis. */
  | { kind: 'documents'; documentIds: readonly number[] }
  /** Write the pages of the segments that are still there as one segment. */
  | { kind: 'segments'; sources: readonly Segment[] };

/** @returns undefined when nothing is to be done. */
export function chooseWork(database: LibraryDatabase, view: IndexView): Work | undefined {
  const documentIds = documentsToIndex(database);
  if (documentIds.length > 0) return { kind: 'documents', documentIds };
  return choosePurge(database, view) ?? chooseMerge(view);
}

/** A segment with pages whose words must go from the library. */
export function choosePurge(database: LibraryDatabase, view: IndexView): Work | undefined {
  const ids = new Set(
    prepared<number>(
      database,
      'SELECT DISTINCT segment_id FROM search_tombstone WHERE holds_words = 1',
    )
      .pluck()
      .all(),
  );
  const segment = view.segments.find(({ id }) => ids.has(id));
  return segment && rebuild(segment);
}

function rebuild(segment: Segment): Work {
  if (segment.livePages === 0) return { kind: 'drop', segment };
  return { kind: 'segments', sources: [segment] };
}

/** As many as fill a segment. */
function documentsToIndex(database: LibraryDatabase): number[] {
  const rows = prepared<{ id: number; pages: number }>(
    database,
    `SELECT id, pages FROM source_document WHERE pages > 0 AND NOT EXISTS (
       SELECT 1 FROM search_document WHERE document_id = id AND analysis_version = ?
     ) ORDER BY id LIMIT ?`,
  ).all(ANALYSIS_VERSION, MOST_PAGES);
  const chosen: number[] = [];
  let total = 0;
  for (const { id, pages } of rows) {
    total += pages;
    if (chosen.length > 0 && total > MOST_PAGES) break;
    chosen.push(id);
  }
  return chosen;
}

function chooseMerge({ segments }: IndexView): Work | undefined {
  const classes = new Map<number, Segment[]>();
  for (const segment of segments) {
    const { livePages, pages } = segment;
    if (pages.size - livePages > pages.size * DEAD_SHARE) return rebuild(segment);
    const sizeClass = Math.floor(Math.log(livePages) / Math.log(FAN));
    const others = classes.get(sizeClass);
    if (others) others.push(segment);
    else classes.set(sizeClass, [segment]);
  }
  for (const [, ofClass] of [...classes].sort(([a], [b]) => a - b)) {
    const sources = ofClass.length < FAN ? [] : joined(ofClass);
    if (sources.length > 1) return { kind: 'segments', sources };
  }
  return undefined;
}

/** As many of the smallest as become one segment. */
function joined(segments: readonly Segment[]): Segment[] {
  const sources: Segment[] = [];
  let pages = 0;
  for (const segment of segments.toSorted((a, b) => a.livePages - b.livePages)) {
    pages += segment.livePages;
    if (pages > MOST_PAGES) break;
    sources.push(segment);
  }
  return sources;
}
