/**
 * What is heard of a drawing cage. A cage that a hostile PDF has taken over can say anything, so all of it is checked here
 * for shape, size and range before the rest of the interface sees it; what does not pass ends the cage.
 */
import { z } from 'zod';
import type { QuestionKind } from './drawing-protocol.ts';

// The content security policy of the interface forbids what zod would compile. Said before the first schema is made.
z.config({ jitless: true });

/** More than any real document has; kept so that a hostile answer cannot fill the memory or hang the layout. */
export const DRAWING_LIMITS = {
  pages: 200_000,
  /** Text items and marks on one page. */
  items: 150_000,
  /** UTF-16 units of all text on one page. */
  text: 5_000_000,
  styles: 10_000,
  structureNodes: 50_000,
  structureDepth: 60,
  links: 20_000,
  outlineItems: 50_000,
  outlineDepth: 60,
  /** UTF-16 units of a page label, a title in the outline, an alternative text, an address. */
  label: 1_000,
  title: 2_000,
  alternative: 5_000,
  address: 2_000,
  /** PDF points, times the user unit for a side of a page: 350 metres. */
  coordinate: 10_000_000,
  side: 1_000_000,
} as const;

const L = DRAWING_LIMITS;
const coordinate = z.number().min(-L.coordinate).max(L.coordinate);
const box = z.tuple([coordinate, coordinate, coordinate, coordinate]);
const page = z.int().min(1).max(L.pages);
/** A language tag, for the `lang` attribute. */
const language = z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$/u);
/** Number of a piece of marked content on its page. */
const content = z.int().min(0).max(10_000_000);

const documentAnswer = z.object({
  /** Labels of the pages by index; null when they are just the numbers. */
  labels: z.array(z.string().max(L.label)).max(L.pages).nullable(),
  language: language.nullable(),
});

const pageAnswer = z
  .object({
    /** PDF points: left, bottom, right, top. */
    view: box,
    rotate: z.literal([0, 90, 180, 270]),
    /** Size of a PDF point in 1/72 inch. */
    userUnit: z.number().min(0.001).max(10_000),
  })
  .refine(({ view: [left, bottom, right, top], userUnit }) => {
    const fits = (side: number): boolean => side >= 0.001 && side * userUnit <= L.side;
    return fits(right - left) && fits(top - bottom);
  });

const textItem = z.object({
  str: z.string().max(L.text),
  dir: z.enum(['ltr', 'rtl', 'ttb']),
  transform: z.tuple([coordinate, coordinate, coordinate, coordinate, coordinate, coordinate]),
  width: coordinate,
  height: coordinate,
  /** Index into `styles`. */
  style: z.int().min(0).max(L.styles),
  hasEOL: z.boolean(),
});

const textMark = z.object({
  mark: z.enum(['begin', 'end']),
  /** Running heads, ornaments: nothing a screen reader should read. */
  artifact: z.boolean(),
  content: content.nullable(),
});

const textAnswer = z
  .object({
    items: z.array(z.union([textItem, textMark])).max(L.items),
    styles: z
      .array(
        z.object({
          family: z.enum(['sans-serif', 'serif', 'monospace']),
          ascent: z.number().min(-10).max(10),
          descent: z.number().min(-10).max(10),
          vertical: z.boolean(),
        }),
      )
      .max(L.styles),
    language: language.nullable(),
  })
  .refine(({ items, styles }) => {
    let length = 0;
    let open = 0;
    return items.every((item) => {
      if ('mark' in item) {
        open += item.mark === 'begin' ? 1 : -1;
        return open >= 0;
      }
      length += item.str.length;
      return length <= L.text && item.style < styles.length;
    });
  });

/** A tree as a list: each node says how deep it lies, its parent is the last one before it that lies one less deep. */
function isTree(nodes: readonly { depth: number }[]): boolean {
  return nodes.every(({ depth }, at) => depth <= (at === 0 ? 0 : (nodes[at - 1]?.depth ?? 0) + 1));
}

const structureAnswer = z
  .array(
    z.object({
      depth: z.int().min(0).max(L.structureDepth),
      node: z.union([
        z.object({
          role: z.string().regex(/^[A-Z][A-Za-z0-9]{0,19}$/u),
          alt: z.string().max(L.alternative).nullable(),
          language: language.nullable(),
          box: box.nullable(),
        }),
        z.object({ content }),
      ]),
    }),
  )
  .max(L.structureNodes)
  .refine(isTree);

/** A place in the document that a link leads to. Left and top in PDF points, null where the link does not say. */
const place = z.object({
  kind: z.literal('place'),
  page,
  left: coordinate.nullable(),
  top: coordinate.nullable(),
});
/** An address outside: to be shown as text, never followed. */
const address = z.object({ kind: z.literal('address'), text: z.string().max(L.address) });
const target = z.discriminatedUnion('kind', [place, address]);

const linksAnswer = z.array(z.object({ box, target })).max(L.links);

const outlineAnswer = z
  .array(
    z.object({
      depth: z.int().min(0).max(L.outlineDepth),
      title: z.string().max(L.title),
      bold: z.boolean(),
      italic: z.boolean(),
      /** The person folds the rest away at first. */
      closed: z.boolean(),
      target: target.nullable(),
    }),
  )
  .max(L.outlineItems)
  .refine(isTree);

const bitmap = z.custom<ImageBitmap>((value) => value instanceof ImageBitmap);

/** The schema of the answer to each kind of question. */
export const ANSWERS = {
  document: documentAnswer,
  page: pageAnswer,
  /** That it has the size that was asked for is checked where it is drawn. */
  picture: bitmap,
  text: textAnswer,
  structure: structureAnswer,
  links: linksAnswer,
  outline: outlineAnswer,
} satisfies Record<QuestionKind, z.ZodType>;

export type AnswerTo<Kind extends QuestionKind> = z.infer<(typeof ANSWERS)[Kind]>;
export type TextAnswer = AnswerTo<'text'>;
export type StructureAnswer = AnswerTo<'structure'>;
export type LinkTarget = z.infer<typeof target>;
export type PageShape = AnswerTo<'page'>;

const id = z.int().positive();

/** Cage to interface; `answer` is checked with the schema of the question that `id` stands for. */
export const fromCageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answer'), id, answer: z.unknown() }),
  /** A slow picture as far as it is drawn. */
  z.object({ kind: z.literal('so-far'), id, picture: bitmap }),
  /** The work on a question goes on. */
  z.object({ kind: z.literal('alive'), id }),
  z.object({ kind: z.literal('refused'), id, reason: z.enum(['password-needed', 'damaged']) }),
]);

export type FromCage = z.infer<typeof fromCageSchema>;
export type RefusalReason = Extract<FromCage, { kind: 'refused' }>['reason'];
