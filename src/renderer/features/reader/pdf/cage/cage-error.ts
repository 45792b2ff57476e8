/** Why a question to a cage has no answer. */
import type { RefusalReason } from '../../../../drawing/drawing-answers.ts';

export type CageProblem =
  | RefusalReason
  /** No sign of life for too long; this question was the one that hung. */
  | 'too-slow'
  /** The cage died, or was ended because of another question or of what it said. */
  | 'gone';

/** Says nothing of the document: errors of the viewer are printed. */
export class CageError extends Error {
  readonly problem: CageProblem;

  constructor(problem: CageProblem) {
    super(`The drawing cage answered: ${problem}`);
    this.name = 'CageError';
    this.problem = problem;
  }
}

export function problemOf(error: unknown): CageProblem {
  return error instanceof CageError ? error.problem : 'damaged';
}
