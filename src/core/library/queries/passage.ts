/** Passages of a document, in reading order. */
import { z } from 'zod';
import type { Passage, PassageColour, PdfRect } from '../../../shared/domain/passage.ts';
import type { LibraryDatabase } from '../connection.ts';

interface PassageRow {
  id: number;
  documentId: number;
  startPage: number;
  startOffset: number;
  endPage: number;
  endOffset: number;
  quote: string;
  prefix: string;
  suffix: string;
  rects: string;
  region: 0 | 1;
  colour: PassageColour;
  note: string;
  createdAt: string;
  updatedAt: string;
  tagIds: string;
  caseIds: string;
  eventIds: string;
}

const COLUMNS = `
  passage.id, document_id AS documentId, start_page AS startPage, start_offset AS startOffset,
  end_page AS endPage, end_offset AS endOffset, quote, prefix, suffix, rects, region, colour, note,
  created_at AS createdAt, updated_at AS updatedAt,
  (SELECT json_group_array(tag_id) FROM passage_tag WHERE passage_id = passage.id) AS tagIds,
  (SELECT json_group_array(case_id) FROM passage_case WHERE passage_id = passage.id) AS caseIds,
  (SELECT json_group_array(event_id) FROM passage_event WHERE passage_id = passage.id) AS eventIds`;

export function listPassages(database: LibraryDatabase, documentId: number): Passage[] {
  return database
    .prepare<[number], PassageRow>(
      `SELECT ${COLUMNS} FROM passage WHERE document_id = ?
        ORDER BY start_page, start_offset, end_page, end_offset, id`,
    )
    .all(documentId)
    .map(toPassage);
}

export function getPassage(database: LibraryDatabase, id: number): Passage | undefined {
  const row = database
    .prepare<[number], PassageRow>(`SELECT ${COLUMNS} FROM passage WHERE id = ?`)
    .get(id);
  return row && toPassage(row);
}

function toPassage(row: PassageRow): Passage {
  return {
    id: row.id,
    documentId: row.documentId,
    start: { page: row.startPage, offset: row.startOffset },
    end: { page: row.endPage, offset: row.region ? row.startOffset : row.endOffset },
    quote: row.region ? '' : row.quote,
    prefix: row.prefix,
    suffix: row.suffix,
    rects: storedRects.parse(JSON.parse(row.rects)),
    colour: row.colour,
    note: row.note,
    tagIds: storedIds.parse(JSON.parse(row.tagIds)),
    caseIds: storedIds.parse(JSON.parse(row.caseIds)),
    eventIds: storedIds.parse(JSON.parse(row.eventIds)),
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}

const storedIds = z.array(z.number());
export const storedRects: z.ZodType<PdfRect[]> = z.array(
  z.object({
    page: z.number(),
    x1: z.number(),
    y1: z.number(),
    x2: z.number(),
    y2: z.number(),
  }),
);
