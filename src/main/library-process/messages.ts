/** What main and the library process say to each other. */
import type { LibrarySummary } from '../../shared/domain/library.ts';
import type { Outcome } from '../../shared/failure.ts';
import type { PushedEvent } from '../../shared/ipc/contract.ts';

/** How a library process gets its one library. */
export type OpenRequest =
  | { kind: 'open'; folder: string; passphrase: string }
  | { kind: 'create'; folder: string; name: string; passphrase: string };

/** Why an extractor window is no longer there. */
export type ExtractorLoss = 'out-of-memory' | 'took-too-long';

export type ToLibrary =
  | OpenRequest
  | { kind: 'request'; id: number; channel: string; request: unknown }
  /** Carries the port to a new extractor window. */
  | { kind: 'extractor-port' }
  | { kind: 'extractor-gone'; reason: ExtractorLoss }
  | { kind: 'close' };

export type FromLibrary =
  | { kind: 'opened'; outcome: Outcome<LibrarySummary> }
  | { kind: 'answer'; id: number; outcome: Outcome<unknown> }
  | { kind: 'event'; event: PushedEvent }
  | { kind: 'extractor-wanted' }
  /** No progress for too long: the window has to go. */
  | { kind: 'extractor-stuck' };
