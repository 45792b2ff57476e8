/** What can be done with an open library now: everything, reading only, or reading as long as the system lets us. */
import type { LibraryCondition } from '../../shared/domain/library.ts';
import { fail } from '../../shared/failure.ts';
import type { DatabasePart } from './examine-library.ts';
import type { FolderWatch } from './folder-watch.ts';

export interface LibraryAccess {
  /** Opened without the right or the will to change anything, or found damaged since. */
  readonly readOnly: boolean;
  /** Looks at the disk. */
  condition(): LibraryCondition;
  /** Keeps the library as it is from now on, because a file of it cannot be read somewhere. */
  noteDamage(part: DatabasePart): void;
  /** Refuses every write until the answered function is called. */
  freeze(): () => void;
  readonly frozen: boolean;
  /** @throws FailureError `library-gone`, `library-read-only` or, while it is frozen, `library-busy`. */
  assertWritable(): void;
}

export function createLibraryAccess(
  watch: FolderWatch,
  opened: { readonly forReading: boolean; readonly damaged: readonly DatabasePart[] },
): LibraryAccess {
  const damaged = new Set(opened.damaged);
  let frozen = false;
  return {
    get readOnly() {
      return opened.forReading || damaged.size > 0;
    },
    condition() {
      if (!watch.isThere()) return { kind: 'gone' };
      return damaged.size > 0 ? { kind: 'damaged', parts: [...damaged] } : { kind: 'sound' };
    },
    noteDamage: (part) => void damaged.add(part),
    get frozen() {
      return frozen;
    },
    freeze() {
      frozen = true;
      return () => (frozen = false);
    },
    assertWritable() {
      if (damaged.size > 0) throw fail({ kind: 'library-read-only', reason: 'damaged' });
      if (opened.forReading) throw fail({ kind: 'library-read-only', reason: 'place' });
      if (frozen) throw fail({ kind: 'library-busy' });
      if (!watch.isThere()) throw fail({ kind: 'library-gone' });
    },
  };
}
