/** Run-time schemas of what the interface may send; the limits keep a compromised page from exhausting memory. */
import { TEXT_ENCODINGS } from '../domain/text-encodings.ts';
import { z } from 'zod';
import { CERTAINTIES, QUICK_KEYS } from '../domain/label.ts';
import type { CommandKind } from '../domain/command.ts';
import { RELIABILITIES } from '../domain/source-document.ts';
import { PASSAGE_COLOURS } from '../domain/passage.ts';
import { EXPORT_FORMATS } from '../domain/export-format.ts';
import { SEARCH_ORDERS } from '../domain/search.ts';
import {
  IDLE_MINUTES,
  TEXT_FACES,
  TEXT_MEASURES,
  TEXT_SIZE,
  TEXT_SPACINGS,
} from '../domain/settings.ts';

/** 1,024 UTF-16 units in UTF-8. */
const MOST_PASSPHRASE_BYTES = 3 * 1024;

export const idSchema = z.int().positive();
export const titleSchema = z.string().trim().min(1).max(500);
const proseSchema = z.string().max(200_000);
const shortSchema = z.string().trim().max(500);
/** A passphrase as bytes (`encodePassphrase`); the process that takes it overwrites it. */
export const secretSchema = z
  .instanceof(Uint8Array)
  .refine(({ length }) => length > 0 && length <= MOST_PASSPHRASE_BYTES);
export const slotNameSchema = z.string().trim().max(100);
export const slotIdSchema = z.string().regex(/^[0-9a-f]{16}$/);
export const idleMinutesSchema = z.literal(IDLE_MINUTES);
export const textLookSchema = z.strictObject({
  size: z.int().min(TEXT_SIZE.least).max(TEXT_SIZE.most),
  measure: z.enum(TEXT_MEASURES),
  spacing: z.enum(TEXT_SPACINGS),
  face: z.enum(TEXT_FACES),
});
export const pathSchema = z.string().min(1).max(4096);
export const exportFormatSchema = z.enum(EXPORT_FORMATS);

const labelKindSchema = z.enum(['tag', 'case', 'event']);
const colourSchema = z.enum(PASSAGE_COLOURS);
const pointSchema = z.strictObject({ page: idSchema, offset: z.int().nonnegative() });
const rectSchema = z.strictObject({
  page: idSchema,
  x1: z.number(),
  y1: z.number(),
  x2: z.number(),
  y2: z.number(),
});

export const anchorSchema = z.strictObject({
  start: pointSchema,
  end: pointSchema,
  quote: z.string().min(1).max(1_000_000),
  prefix: z.string().max(32),
  suffix: z.string().max(32),
  rects: z.array(rectSchema).max(10_000),
});

export const querySchema = z.string().trim().min(1).max(2_000);

export const spellingChoiceSchema = z.strictObject({
  spellings: z.boolean(),
  withoutSpellings: z.array(z.string().max(200)).max(1_000),
});

export const selectionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('tag'), id: idSchema }),
  z.strictObject({ kind: z.literal('case'), id: idSchema }),
  z.strictObject({ kind: z.literal('event'), id: idSchema }),
  z.strictObject({
    kind: z.literal('search'),
    query: z.string().min(1).max(2_000),
    choice: spellingChoiceSchema.optional(),
  }),
]);

const labelRefSchema = z.strictObject({ kind: labelKindSchema, id: idSchema });
const labelTargetSchema = z.union([
  labelRefSchema,
  z.strictObject({ kind: labelKindSchema, id: z.null(), name: titleSchema }),
]);
/** What a step of undo was, without the name it was done to. */
export const menuStepSchema = z.strictObject({
  command: z.custom<CommandKind>((value) => typeof value === 'string' && COMMAND_KINDS.has(value)),
  label: labelKindSchema.nullable(),
  count: z.int().nonnegative(),
});

const passageIdsSchema = z.array(idSchema).min(1).max(10_000);

const documentIdsSchema = z.array(idSchema).min(1).max(100_000);
const documentFieldsSchema = z.strictObject({
  title: titleSchema,
  authors: z.string().trim().max(5_000),
  publisher: shortSchema,
  date: shortSchema,
  language: z.string().regex(/^[a-z]{0,3}$/u),
  sourceUrl: z.string().trim().max(4_096),
  reliability: z.enum(RELIABILITIES),
  reference: shortSchema,
  note: proseSchema,
});
const aliasesSchema = z.string().trim().max(5_000).optional();
const tagFieldsSchema = z.strictObject({
  name: titleSchema,
  parentId: idSchema.nullable(),
  colour: colourSchema.nullable(),
  aliases: aliasesSchema,
});
const caseFieldsSchema = z.strictObject({
  title: titleSchema,
  description: proseSchema,
  aliases: aliasesSchema,
});
const eventFieldsSchema = z.strictObject({
  title: titleSchema,
  date: shortSchema,
  place: shortSchema,
  act: shortSchema,
  certainty: z.enum(CERTAINTIES),
  description: proseSchema,
  aliases: aliasesSchema,
});

export const libraryCommandSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('passage.create'),
    documentId: idSchema,
    anchor: anchorSchema,
    colour: colourSchema,
    note: proseSchema,
    labels: z.array(labelTargetSchema).max(200),
  }),
  z.strictObject({
    kind: z.literal('passage.region'),
    documentId: idSchema,
    rect: rectSchema,
    colour: colourSchema,
    note: proseSchema,
    labels: z.array(labelTargetSchema).max(200),
  }),
  z.strictObject({
    kind: z.literal('passage.region-bounds'),
    passageId: idSchema,
    rect: rectSchema,
  }),
  z.strictObject({ kind: z.literal('passage.delete'), passageIds: passageIdsSchema }),
  z.strictObject({ kind: z.literal('passage.note'), passageId: idSchema, note: proseSchema }),
  z.strictObject({
    kind: z.literal('passage.bounds'),
    passageId: idSchema,
    anchor: anchorSchema,
  }),
  z.strictObject({
    kind: z.literal('passage.merge'),
    passageIds: passageIdsSchema.min(2),
    anchor: anchorSchema,
  }),
  z.strictObject({
    kind: z.literal('passage.colour'),
    passageIds: passageIdsSchema,
    colour: colourSchema,
  }),
  z.strictObject({
    kind: z.literal('passage.link'),
    passageIds: passageIdsSchema,
    label: labelTargetSchema,
  }),
  z.strictObject({
    kind: z.literal('passage.unlink'),
    passageIds: passageIdsSchema,
    label: labelRefSchema,
  }),
  z.strictObject({ kind: z.literal('tag.create'), fields: tagFieldsSchema }),
  z.strictObject({
    kind: z.literal('tag.update'),
    id: idSchema,
    fields: tagFieldsSchema.partial(),
  }),
  z.strictObject({ kind: z.literal('tag.delete'), id: idSchema }),
  z.strictObject({
    kind: z.literal('tag.pin'),
    id: idSchema,
    key: z.literal(QUICK_KEYS).nullable(),
  }),
  z.strictObject({ kind: z.literal('case.create'), fields: caseFieldsSchema }),
  z.strictObject({
    kind: z.literal('case.update'),
    id: idSchema,
    fields: caseFieldsSchema.partial(),
  }),
  z.strictObject({ kind: z.literal('case.delete'), id: idSchema }),
  z.strictObject({ kind: z.literal('event.create'), fields: eventFieldsSchema }),
  z.strictObject({
    kind: z.literal('event.update'),
    id: idSchema,
    fields: eventFieldsSchema.partial(),
  }),
  z.strictObject({ kind: z.literal('event.delete'), id: idSchema }),
  z.strictObject({
    kind: z.literal('document.update'),
    documentIds: documentIdsSchema,
    fields: documentFieldsSchema.partial(),
  }),
  z.strictObject({
    kind: z.literal('document.encoding'),
    documentId: idSchema,
    encoding: z.enum(TEXT_ENCODINGS),
  }),
  z.strictObject({ kind: z.literal('document.delete'), documentIds: documentIdsSchema }),
  z.strictObject({
    kind: z.literal('saved-search.create'),
    name: titleSchema,
    search: z.strictObject({
      query: querySchema,
      order: z.enum(SEARCH_ORDERS),
      choice: spellingChoiceSchema,
    }),
  }),
  z.strictObject({ kind: z.literal('saved-search.rename'), id: idSchema, name: titleSchema }),
  z.strictObject({ kind: z.literal('saved-search.delete'), id: idSchema }),
]);

const COMMAND_KINDS: ReadonlySet<string> = new Set(
  libraryCommandSchema.options.map(({ shape }) => shape.kind.value),
);
