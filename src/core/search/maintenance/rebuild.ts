/**
 * Builds a new segment from the pages themselves, in steps that leave the library free between them: analysing and
 * encoding hold no transaction, writing takes many short ones. What is half written is not searched; a killed process
 * leaves an unfinished segment, which is swept, and the work is chosen again.
 */
import type { LibraryDatabase } from '../../library/connection.ts';
import { ANALYSIS_VERSION } from '../analysis/analyser.ts';
import type { Analysis } from '../analysis/analysis.ts';
import type { IndexViewCache } from '../index/index-view.ts';
import type { IndexWriter } from '../index/index-writer.ts';
import { fingerprint, readDocumentTexts, readPages } from '../index/page-source.ts';
import { prepared } from '../index/prepared.ts';
import { SegmentBuilder, type EncodedSegment } from '../index/segment-builder.ts';
import {
  beginSegment,
  buryPages,
  dropSegment,
  publishSegment,
  writeBlock,
  type IndexedPlace,
} from '../index/segment-store.ts';
import type { Work } from './choose-work.ts';

/** Blocks written in one transaction: some 500 kB, which take a few milliseconds. */
const BLOCKS_OF_A_TRANSACTION = 40;

export interface RebuildContext {
  readonly database: LibraryDatabase;
  readonly analysis: Analysis;
  readonly views: IndexViewCache;
  readonly writer: IndexWriter;
}

interface SourcePage extends IndexedPlace {
  readonly documentId: number;
  readonly page: number;
}

export function* rebuild(
  context: RebuildContext,
  work: Exclude<Work, { kind: 'drop' }>,
): Generator<void> {
  const { database } = context;
  const builder = new SegmentBuilder(context.analysis);
  if (work.kind === 'documents') {
    for (const id of work.documentIds) yield* addPages(builder, id, readPages(database, id));
    const segment = yield* builder.encode();
    yield* write(context, segment, (id) => {
      publishDocuments(context, work.documentIds, segment, id);
    });
    return;
  }
  const pages = livePages(context, work.sources);
  for (const [id, ofDocument] of Map.groupBy(pages, ({ documentId }) => documentId)) {
    const numbers = ofDocument.map(({ page }) => page);
    yield* addPages(builder, id, readPages(database, id, numbers));
  }
  const segment = yield* builder.encode();
  yield* write(context, segment, (id) => {
    buryAsInSources(database, pages, segment, id);
    for (const source of work.sources) dropSegment(database, source.id);
  });
}

function* addPages(
  builder: SegmentBuilder,
  documentId: number,
  pages: ReturnType<typeof readPages>,
): Generator<void> {
  for (const page of pages) {
    builder.add(documentId, page);
    yield;
  }
  builder.endDocument();
}

/** @param publish runs in the transaction that makes the segment searched. */
function* write(
  { database }: RebuildContext,
  segment: EncodedSegment,
  publish: (segmentId: number) => void,
): Generator<void> {
  const segmentId = database.transaction(() => beginSegment(database, segment)).immediate();
  const blocks = [...segment.blocks.entries()];
  for (let from = 0; from < blocks.length; from += BLOCKS_OF_A_TRANSACTION) {
    yield;
    database
      .transaction(() => {
        for (const [number, block] of blocks.slice(from, from + BLOCKS_OF_A_TRANSACTION)) {
          writeBlock(database, segmentId, number, block);
        }
      })
      .immediate();
  }
  yield;
  database
    .transaction(() => {
      publish(segmentId);
      publishSegment(database, segmentId);
    })
    .immediate();
}

/** The pages of the sources that are there now, by document and page. */
function livePages(
  { views }: RebuildContext,
  sources: Extract<Work, { kind: 'segments' }>['sources'],
): SourcePage[] {
  const { live } = views.current();
  const found: SourcePage[] = [];
  for (const { id, base, pages } of sources) {
    for (let local = 0; local < pages.size; local += 1) {
      if (live[base + local] !== 1) continue;
      const documentId = pages.documentIds[local] ?? 0;
      found.push({ segmentId: id, local, documentId, page: pages.pageNumbers[local] ?? 0 });
    }
  }
  return found.sort((a, b) => a.documentId - b.documentId || a.page - b.page);
}

/** Pages that were buried while the segment was built are buried in it too. */
function buryAsInSources(
  database: LibraryDatabase,
  sources: readonly SourcePage[],
  { pages }: EncodedSegment,
  segmentId: number,
): void {
  const select = prepared<number>(
    database,
    'SELECT holds_words FROM search_tombstone WHERE segment_id = ? AND local = ?',
  ).pluck();
  const built = new Map(pages.map(({ documentId, page }, at) => [`${documentId}/${page}`, at]));
  for (const source of sources) {
    const holdsWords = select.get(source.segmentId, source.local);
    const local = built.get(`${source.documentId}/${source.page}`);
    if (holdsWords === undefined || local === undefined) continue;
    buryPages(database, [{ segmentId, local }], holdsWords === 1);
  }
}

/** A document that was removed, indexed or changed while the segment was built is left for the next time. */
function publishDocuments(
  { database, writer }: RebuildContext,
  documentIds: readonly number[],
  { pages }: EncodedSegment,
  segmentId: number,
): void {
  const places = Map.groupBy(pages.entries(), ([, { documentId }]) => documentId);
  for (const documentId of documentIds) {
    const built = places.get(documentId) ?? [];
    const { title, notes } = readDocumentTexts(database, documentId);
    const isSame = built.every(
      ([, page]) => page.fingerprint === fingerprint(title, notes.get(page.page) ?? ''),
    );
    if (isSame && isToIndex(database, documentId)) {
      writer.bury(documentId);
      writer.markIndexed(documentId);
    } else {
      buryPages(
        database,
        built.map(([local]) => ({ segmentId, local })),
        true,
      );
    }
  }
}

function isToIndex(database: LibraryDatabase, documentId: number): boolean {
  const select = prepared<number>(
    database,
    `SELECT 1 FROM source_document WHERE id = ? AND NOT EXISTS (
       SELECT 1 FROM search_document WHERE document_id = id AND analysis_version = ?)`,
  );
  return select.pluck().get(documentId, ANALYSIS_VERSION) !== undefined;
}
