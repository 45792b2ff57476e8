/** Problems of the file being imported, as opposed to problems of the library. */
import type { ImportOutcome } from '../../shared/domain/job.ts';
import type { UnreadableReason } from '../../shared/domain/source-document.ts';

/** Ends the import of one file; the batch goes on. */
export class FileProblem extends Error {
  readonly reason: UnreadableReason;

  constructor(reason: UnreadableReason) {
    super(reason);
    this.name = 'FileProblem';
    this.reason = reason;
  }
}

/** Runs a step that touches the source file; what the system says about the file becomes a FileProblem. */
export async function readingFile<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw error instanceof FileProblem ? error : new FileProblem(reasonOf(error));
  }
}

/** The outcome for a path that cannot even be looked at; nothing of it is stored. */
export function unreadableFile(error: unknown): ImportOutcome {
  return { kind: 'unreadable', documentId: null, reason: reasonOf(error) };
}

function reasonOf(error: unknown): UnreadableReason {
  switch (error instanceof Error && 'code' in error ? error.code : undefined) {
    case 'EACCES':
    case 'EPERM':
      return 'no-permission';
    case 'EISDIR':
    case 'ELOOP':
    case 'ENXIO':
    case 'ENOTDIR':
      return 'not-a-regular-file';
    default:
      return 'vanished';
  }
}
