/** What main and the library process say to each other. Neither names of libraries, texts nor passphrases: those go over the port. */
import type { Outcome } from '../../shared/failure.ts';

/** Why an extractor window is no longer there. */
export type ExtractorLoss = 'out-of-memory' | 'took-too-long';

/** Opening or making a library, or saving what is left of a damaged one. */
export type DoorWork = 'opening' | 'rescue';

export type ToLibrary =
  /** First of all. `defaultPlace` is the folder that libraries are usually in. */
  | { kind: 'start'; defaultPlace: string }
  /** Carries the port of a page of the interface; it takes the place of the page before. */
  | { kind: 'page-port' }
  | { kind: 'request'; id: number; channel: string; request: unknown }
  /** Carries the port to a new extractor window. */
  | { kind: 'extractor-port' }
  | { kind: 'extractor-gone'; reason: ExtractorLoss }
  /** Carries the port of a drawing cage, which may read this one document. */
  | { kind: 'document-port'; documentId: number }
  | { kind: 'close'; withinMs: number };

export type FromLibrary =
  /** What is being done with a passphrase while no library is open. */
  | { kind: 'at-the-door'; works: readonly DoorWork[] }
  /** A library is open from now on. */
  | { kind: 'opened'; idleMinutes: number; folder: string }
  /** The person has set another time until the library locks itself. */
  | { kind: 'idle-minutes'; idleMinutes: number }
  | { kind: 'answer'; id: number; outcome: Outcome<unknown> }
  | { kind: 'extractor-wanted' }
  /** No progress for too long: the window has to go. */
  | { kind: 'extractor-stuck' };
