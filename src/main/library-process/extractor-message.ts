/** What may come out of the cage. A page that was taken over by a hostile PDF can say anything; this is all that is heard. */
import { z } from 'zod';
import { MOST_HEADINGS } from '../../shared/extraction/pdf-info.ts';
import { MOST_BYTES_AT_ONCE } from '../../shared/drawing/document-bytes.ts';
import type { FromExtractor } from '../../shared/extraction/extractor-protocol.ts';

/** More than any real page or document has (UTF-16 units, pages); keeps a hostile answer from filling the memory. */
const MOST_PAGE_TEXT = 5_000_000;
const MOST_PAGES = 200_000;
const MOST_TITLE = 100_000;
const MOST_LABEL = 1_000;

const id = z.int().positive();
const count = z.int().nonnegative();
const page = z.object({
  number: z.int().positive(),
  label: z.string().max(MOST_LABEL),
  text: z.string().max(MOST_PAGE_TEXT),
});
const heading = z.object({
  title: z.string().max(MOST_LABEL),
  level: count,
  page: z.int().positive().nullable(),
});
const result = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('extracted'),
    pdf: z.object({
      title: z.string().max(MOST_TITLE),
      author: z.string().max(MOST_TITLE),
      created: z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/u),
      language: z.string().max(MOST_LABEL),
      outline: z.array(heading).max(MOST_HEADINGS),
      pages: z.array(page).max(MOST_PAGES),
    }),
  }),
  z.object({ kind: z.literal('password-needed') }),
  z.object({
    kind: z.literal('unreadable'),
    reason: z.enum([
      'not-a-pdf',
      'damaged-pdf',
      'damaged-document',
      'unknown-format',
      'took-too-long',
      'out-of-memory',
    ]),
  }),
]);

const read = z
  .object({ kind: z.literal('read'), id, begin: count, end: count })
  .refine(({ begin, end }) => begin < end && end - begin <= MOST_BYTES_AT_ONCE);

export const extractorMessageSchema: z.ZodType<FromExtractor> = z.discriminatedUnion('kind', [
  read,
  z.object({ kind: z.literal('progress'), id, done: count, total: count }),
  z.object({ kind: z.literal('finished'), id, result }),
]);
