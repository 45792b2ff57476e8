/** A Passage as lists show it and as it leaves the app: quote, citation and everything it is tied to. */

import type { LabelKind } from './label.ts';
import type { PdfRect, TextPoint } from './passage.ts';
import type { SpellingChoice } from './search.ts';

export interface Excerpt {
  readonly passageId: number;
  readonly documentId: number;
  readonly documentTitle: string;
  readonly fileName: string;
  /** Lower-case hexadecimal SHA-256 of the original. */
  readonly sha256: string;
  readonly start: TextPoint;
  readonly end: TextPoint;
  /** Label of the first page as printed. */
  readonly pageLabel: string;
  /** Empty for a region. */
  readonly quote: string;
  /** The rectangle that was marked, where no words were. */
  readonly region: PdfRect | null;
  /** Up to 32 UTF-16 units on either side. */
  readonly prefix: string;
  readonly suffix: string;
  readonly note: string;
  readonly tags: readonly string[];
  readonly cases: readonly string[];
  readonly events: readonly string[];
  readonly createdAt: string;
}

/** Which excerpts: all the passages of a label, of the documents and pages a query finds, or everything. */
export type ExcerptSelection =
  | { kind: 'all' }
  | { kind: LabelKind; id: number }
  | { kind: 'search'; query: string; choice?: SpellingChoice | undefined };
