/** Passages with their citation and the names of everything they are tied to. */
import type { Excerpt } from '../../../shared/domain/excerpt.ts';
import type { LabelRef } from '../../../shared/domain/label.ts';
import { z } from 'zod';
import type { LibraryDatabase } from '../connection.ts';
import { storedRects } from './passage.ts';
import { LABEL_TABLES } from './label.ts';

interface ExcerptRow extends Omit<
  Excerpt,
  'start' | 'end' | 'region' | 'tags' | 'cases' | 'events'
> {
  startPage: number;
  startOffset: number;
  endPage: number;
  endOffset: number;
  isRegion: 0 | 1;
  rects: string;
  tags: string;
  cases: string;
  events: string;
}

const SELECT = `
  SELECT passage.id AS passageId, passage.document_id AS documentId,
         source_document.title AS documentTitle, source_document.file_name AS fileName,
         source_document.sha256 AS sha256,
         start_page AS startPage, start_offset AS startOffset,
         end_page AS endPage, end_offset AS endOffset,
         coalesce((SELECT label FROM page WHERE page.document_id = passage.document_id
                      AND page.number = passage.start_page), CAST(start_page AS TEXT)) AS pageLabel,
         iif(region, '', quote) AS quote, region AS isRegion, iif(region, rects, '[]') AS rects,
         prefix, suffix, passage.note, passage.created_at AS createdAt,
         (SELECT json_group_array(name ORDER BY name) FROM tag
           WHERE id IN (SELECT tag_id FROM passage_tag WHERE passage_id = passage.id)) AS tags,
         (SELECT json_group_array(title ORDER BY title) FROM case_file
           WHERE id IN (SELECT case_id FROM passage_case WHERE passage_id = passage.id)) AS cases,
         (SELECT json_group_array(title ORDER BY title) FROM case_event
           WHERE id IN (SELECT event_id FROM passage_event WHERE passage_id = passage.id)) AS events
    FROM passage JOIN source_document ON source_document.id = passage.document_id`;

/** By document title, then in reading order: the order of every list and export. */
const ORDER = `
  ORDER BY source_document.title, passage.document_id, start_page, start_offset, passage.id`;

export function listAllExcerpts(database: LibraryDatabase): Excerpt[] {
  return database
    .prepare<[], ExcerptRow>(SELECT + ORDER)
    .all()
    .map(toExcerpt);
}

export function getExcerpt(database: LibraryDatabase, passageId: number): Excerpt | undefined {
  const row = database
    .prepare<[number], ExcerptRow>(`${SELECT} WHERE passage.id = ?`)
    .get(passageId);
  return row && toExcerpt(row);
}

/** The excerpts tied to a tag (those tied to tags below it included), a case or an event. */
export function listExcerptsOf(database: LibraryDatabase, label: LabelRef): Excerpt[] {
  const { link, column } = LABEL_TABLES[label.kind];
  const ids =
    label.kind === 'tag'
      ? `WITH RECURSIVE below (id) AS (
           SELECT ? UNION SELECT tag.id FROM tag JOIN below ON tag.parent_id = below.id)
         SELECT id FROM below`
      : 'SELECT ?';
  return database
    .prepare<[number], ExcerptRow>(
      `${SELECT} WHERE passage.id IN
         (SELECT passage_id FROM ${link} WHERE ${column} IN (${ids})) ${ORDER}`,
    )
    .all(label.id)
    .map(toExcerpt);
}

/** The excerpts that touch one of the given pages. */
export function listExcerptsOnPages(
  database: LibraryDatabase,
  pages: readonly { documentId: number; page: number }[],
): Excerpt[] {
  return database
    .prepare<[string], ExcerptRow>(
      `${SELECT} WHERE passage.id IN (
         WITH wanted (document_id, page) AS MATERIALIZED (
           SELECT value ->> 'documentId', value ->> 'page' FROM json_each(?))
         SELECT hit.id FROM wanted JOIN passage AS hit
             ON hit.document_id = wanted.document_id
            AND wanted.page BETWEEN hit.start_page AND hit.end_page) ${ORDER}`,
    )
    .all(JSON.stringify(pages))
    .map(toExcerpt);
}

const storedNames = z.array(z.string());

function toExcerpt(row: ExcerptRow): Excerpt {
  const { startPage, startOffset, endPage, endOffset, isRegion, rects, ...named } = row;
  const { tags, cases, events, ...rest } = named;
  return {
    ...rest,
    start: { page: startPage, offset: startOffset },
    end: { page: endPage, offset: isRegion ? startOffset : endOffset },
    region: storedRects.parse(JSON.parse(rects))[0] ?? null,
    tags: storedNames.parse(JSON.parse(tags)),
    cases: storedNames.parse(JSON.parse(cases)),
    events: storedNames.parse(JSON.parse(events)),
  };
}
