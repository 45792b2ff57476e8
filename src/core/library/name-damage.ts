/** SQLite says that a file is damaged, not which one. */
import { fail, failureOf } from '../../shared/failure.ts';
import type { DamagedPart } from '../../shared/domain/library.ts';

/** Makes damage that `run` meets damage of this part. */
export function namingPart<T>(part: DamagedPart, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (failureOf(error).kind !== 'library-damaged') throw error;
    throw fail({ kind: 'library-damaged', part });
  }
}
