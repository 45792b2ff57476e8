/** What a passage can be tied to: tags, cases and events. */

import type { PassageColour } from './passage.ts';

/** Keys that tag at once, in the reader. */
export const QUICK_KEYS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
export type QuickKey = (typeof QUICK_KEYS)[number];

/** A code of the researcher's own code book. Names are unique below one parent, compared without case. */
export interface Tag {
  readonly id: number;
  readonly parentId: number | null;
  readonly name: string;
  readonly colour: PassageColour | null;
  /** The key it is pinned to. */
  readonly quickKey: QuickKey | null;
  /** Other names, one a line; found by the palette. */
  readonly aliases: string;
  readonly passages: number;
}

/** A file on a person, group or incident under study. */
export interface Case {
  readonly id: number;
  readonly title: string;
  readonly description: string;
  /** Other names and spellings, one a line. */
  readonly aliases: string;
  readonly passages: number;
}

/** How sure the researcher is that the event happened as told. */
export const CERTAINTIES = ['confirmed', 'likely', 'possible', 'unlikely', 'unknown'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** Something that happened. */
export interface CaseEvent {
  readonly id: number;
  readonly title: string;
  /** EDTF (ISO 8601-2) string, or empty when the date is not known. */
  readonly date: string;
  readonly place: string;
  /** Kind of act in the researcher's words. */
  readonly act: string;
  readonly certainty: Certainty;
  readonly description: string;
  /** Other names, one a line. */
  readonly aliases: string;
  readonly passages: number;
}

/** Which kind of label a command or a selection is about. */
export type LabelKind = 'tag' | 'case' | 'event';

/** A label by its identity. */
export interface LabelRef {
  readonly kind: LabelKind;
  readonly id: number;
}

/** Everything the palette offers, most recently used first. */
export interface LabelBook {
  readonly tags: readonly Tag[];
  readonly cases: readonly Case[];
  readonly events: readonly CaseEvent[];
}
