import type { ParagraphStyle } from './parse-blocks.ts';

export type Family = 'serif' | 'sans';

/** How one kind of document looks. Lengths in points. */
export interface Look {
  readonly family: Family;
  readonly headFamily: Family;
  readonly size: number;
  readonly leading: number;
  readonly justify: boolean;
  readonly hyphenate: boolean;
  /** First-line indent of a paragraph that follows another one; 0 puts space between them instead. */
  readonly indent: number;
  /** Whether the first paragraph after a heading is indented too. */
  readonly indentFirst: boolean;
  readonly gap: number;
  readonly headings: readonly [number, number];
  readonly centreHeadings: boolean;
  readonly margin: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
}

/** A4 in points. */
export const PAGE = { width: 595.28, height: 841.89 } as const;

const LETTER_MARGIN = { top: 76, right: 80, bottom: 84, left: 80 };

export const LOOKS: Readonly<Record<string, Look>> = {
  appeal: {
    family: 'sans',
    headFamily: 'sans',
    size: 10,
    leading: 15,
    justify: false,
    hyphenate: false,
    indent: 0,
    indentFirst: false,
    gap: 7,
    headings: [19, 11.5],
    centreHeadings: false,
    margin: { top: 64, right: 92, bottom: 80, left: 72 },
  },
  newspaper: {
    family: 'serif',
    headFamily: 'serif',
    size: 9.9,
    leading: 13.9,
    justify: true,
    hyphenate: true,
    indent: 12,
    indentFirst: false,
    gap: 0,
    headings: [23, 11],
    centreHeadings: false,
    margin: { top: 52, right: 56, bottom: 72, left: 56 },
  },
  court: {
    family: 'serif',
    headFamily: 'serif',
    size: 11,
    leading: 16.5,
    justify: true,
    hyphenate: false,
    indent: 28,
    indentFirst: true,
    gap: 0,
    headings: [13, 11.5],
    centreHeadings: true,
    margin: { top: 70, right: 58, bottom: 78, left: 92 },
  },
  letter: {
    family: 'serif',
    headFamily: 'serif',
    size: 10.6,
    leading: 15.5,
    justify: false,
    hyphenate: false,
    indent: 0,
    indentFirst: false,
    gap: 8,
    headings: [13, 11],
    centreHeadings: false,
    margin: LETTER_MARGIN,
  },
  report: {
    family: 'serif',
    headFamily: 'sans',
    size: 10.2,
    leading: 15,
    justify: true,
    hyphenate: true,
    indent: 14,
    indentFirst: false,
    gap: 0,
    headings: [21, 12.5],
    centreHeadings: false,
    margin: { top: 82, right: 88, bottom: 88, left: 88 },
  },
};

export interface ParagraphLook {
  readonly scale: number;
  readonly align: 'body' | 'left' | 'right' | 'center';
  readonly face: 'plain' | 'italic' | 'bold';
  readonly before: number;
  readonly inset: number;
  readonly sans: boolean;
}

const PLAIN: ParagraphLook = {
  scale: 1,
  align: 'left',
  face: 'plain',
  before: 6,
  inset: 0,
  sans: false,
};

export const PARAGRAPHS: Readonly<Record<ParagraphStyle, ParagraphLook>> = {
  body: { ...PLAIN, align: 'body', before: 0 },
  right: { ...PLAIN, align: 'right' },
  center: { ...PLAIN, align: 'center' },
  small: { ...PLAIN, scale: 0.84 },
  lead: { ...PLAIN, scale: 1.16, face: 'bold' },
  quote: { ...PLAIN, align: 'body', before: 8, inset: 22 },
  masthead: { ...PLAIN, scale: 3.1, align: 'center', face: 'bold', before: 0 },
  meta: { ...PLAIN, scale: 0.86, sans: true },
  byline: { ...PLAIN, align: 'right', face: 'italic', before: 4 },
  split: PLAIN,
  caption: { ...PLAIN, scale: 0.9, face: 'bold', before: 14, sans: true },
};
