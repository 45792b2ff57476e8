/**
 * What the interface and a drawing cage say to each other over their message port. The cage has one PDF and answers with
 * pixels and plain data; the interface believes nothing of it that `drawing-answers.ts` does not let through.
 */

export type Question =
  | { kind: 'document' }
  | { kind: 'page'; page: number }
  | PictureQuestion
  | { kind: 'text'; page: number }
  | { kind: 'structure'; page: number }
  | { kind: 'links'; page: number }
  | { kind: 'outline' };

/** A picture of a page, or of a part of it: `transform` moves the part to the top left of the picture. */
export interface PictureQuestion {
  readonly kind: 'picture';
  /** 1-based, as everywhere here. */
  readonly page: number;
  /** Device-independent pixels to the PDF point. */
  readonly scale: number;
  /** Degrees, clockwise; a multiple of 90. */
  readonly rotation: number;
  /** a, b, c, d, e, f, after scale and rotation; null for none. */
  readonly transform: readonly number[] | null;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

export type QuestionKind = Question['kind'];
export type QuestionOf<Kind extends QuestionKind> = Extract<Question, { kind: Kind }>;

/** Interface to cage. `id` counts the questions of one port. */
export type ToCage =
  | { kind: 'ask'; id: number; question: Question }
  /** The answer is not wanted any more. */
  | { kind: 'cancel'; id: number }
  /** The page is far from the view: what is kept for it may go. */
  | { kind: 'release'; page: number };
