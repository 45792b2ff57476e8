/**
 * Every change a person makes is one of these commands. The library process runs it in one transaction, journals the
 * rows it touched, and can so undo and redo it (docs/architecture.md, «Commands»).
 */
import type { Changes } from './changes.ts';
import type { Certainty, LabelKind, LabelRef, QuickKey } from './label.ts';
import type { SearchToSave } from './saved-search.ts';
import type { PassageAnchor, PassageColour, PdfRect } from './passage.ts';
import type { DocumentChanges } from './source-document.ts';
import type { ChosenEncoding } from './text-encodings.ts';

/** An existing label, or one to be created in the same step (palette: «Create …»). */
export type LabelTarget =
  { kind: LabelKind; id: number } | { kind: LabelKind; id: null; name: string };

/** Fields that a command may leave out; what is there stays then. */
interface WithAliases {
  /** Other names, one a line. */
  readonly aliases?: string | undefined;
}

export interface CaseFields extends WithAliases {
  readonly title: string;
  readonly description: string;
}

export interface CaseEventFields extends WithAliases {
  readonly title: string;
  readonly date: string;
  readonly place: string;
  readonly act: string;
  readonly certainty: Certainty;
  readonly description: string;
}

export interface TagFields extends WithAliases {
  readonly name: string;
  readonly parentId: number | null;
  readonly colour: PassageColour | null;
}

export type LibraryCommand =
  | {
      kind: 'passage.create';
      documentId: number;
      anchor: PassageAnchor;
      colour: PassageColour;
      note: string;
      labels: readonly LabelTarget[];
    }
  /** A rectangle of a page of a PDF, whatever stands in it. */
  | {
      kind: 'passage.region';
      documentId: number;
      rect: PdfRect;
      colour: PassageColour;
      note: string;
      labels: readonly LabelTarget[];
    }
  | { kind: 'passage.region-bounds'; passageId: number; rect: PdfRect }
  | { kind: 'passage.delete'; passageIds: readonly number[] }
  | { kind: 'passage.note'; passageId: number; note: string }
  | { kind: 'passage.bounds'; passageId: number; anchor: PassageAnchor }
  /** `anchor` reaches from the first of the passages to the last; they become one. */
  | { kind: 'passage.merge'; passageIds: readonly number[]; anchor: PassageAnchor }
  | { kind: 'passage.colour'; passageIds: readonly number[]; colour: PassageColour }
  | { kind: 'passage.link'; passageIds: readonly number[]; label: LabelTarget }
  | { kind: 'passage.unlink'; passageIds: readonly number[]; label: LabelRef }
  | { kind: 'tag.create'; fields: TagFields }
  | { kind: 'tag.update'; id: number; fields: Changes<TagFields> }
  | { kind: 'tag.delete'; id: number }
  /** Gives a tag one of the keys 1 to 9, taking it from the tag that has it; null takes its key away. */
  | { kind: 'tag.pin'; id: number; key: QuickKey | null }
  | { kind: 'case.create'; fields: CaseFields }
  | { kind: 'case.update'; id: number; fields: Changes<CaseFields> }
  | { kind: 'case.delete'; id: number }
  | { kind: 'event.create'; fields: CaseEventFields }
  | { kind: 'event.update'; id: number; fields: Changes<CaseEventFields> }
  | { kind: 'event.delete'; id: number }
  | {
      kind: 'document.update';
      documentIds: readonly number[];
      fields: DocumentChanges;
    }
  | { kind: 'document.encoding'; documentId: number; encoding: ChosenEncoding }
  | { kind: 'document.delete'; documentIds: readonly number[] }
  | { kind: 'saved-search.create'; name: string; search: SearchToSave }
  | { kind: 'saved-search.rename'; id: number; name: string }
  | { kind: 'saved-search.delete'; id: number };

export type CommandKind = LibraryCommand['kind'];

/** What a step did, for a sentence: the words are `commands.of-<command>` in i18n. */
export interface CommandWords {
  readonly command: CommandKind;
  /** Kind of the label that was tied or untied. */
  readonly label: LabelKind | null;
  /** How many passages or documents. */
  readonly count: number;
  /** What it was done to: a label, a title, the first words of a passage. Null for several. Never logged, never sent to main. */
  readonly name: string | null;
}

/** What a command did; `undo` and `redo` answer the same for the command they took back or repeated. */
export interface CommandResult {
  /** The command that was run, undone or redone. */
  readonly command: CommandKind;
  readonly words: CommandWords;
  readonly passageIds: readonly number[];
  /** The label created, linked or changed, if any. */
  readonly label: LabelRef | null;
  /** What can be taken back next, and what can be done again. */
  readonly undoes: CommandWords | null;
  readonly redoes: CommandWords | null;
}
