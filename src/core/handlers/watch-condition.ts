/** Tells the interface when the open library goes away, comes back or turns out to be damaged; once each. */
import type { LibraryCondition } from '../../shared/domain/library.ts';
import type { Failure } from '../../shared/failure.ts';
import type { PushedEvent } from '../../shared/ipc/contract.ts';
import type { OpenLibrary } from '../library/library.ts';

/** Each commit looks for itself; this is for the person, who has to know within two seconds (milliseconds). */
const LOOK_EVERY_MS = 1_000;
/** Of each look, for going through the pages: some megabytes a second, and nobody feels it (milliseconds). */
const CHECK_MS = 10;

export interface ConditionWatch {
  /** A request failed; what that says of the library counts from now on. */
  heard(failure: Failure): void;
  stop(): void;
}

export function watchCondition(
  library: Pick<OpenLibrary, 'access' | 'checkPages'>,
  push: (event: PushedEvent) => void,
): ConditionWatch {
  const { access } = library;
  let told = nameOf(access.condition());
  function look(): void {
    const condition = access.condition();
    if (nameOf(condition) === told) return;
    told = nameOf(condition);
    push({ kind: 'library-condition', condition, readOnly: access.readOnly });
  }
  const timer = setInterval(() => {
    try {
      if (access.condition().kind === 'sound') library.checkPages(CHECK_MS);
    } catch {
      // A drive that goes away in the middle of a page; thrown from a timer it would end the process.
    }
    look();
  }, LOOK_EVERY_MS);
  return {
    heard(failure) {
      if (failure.kind === 'library-damaged') {
        if (failure.part === 'database' || failure.part === 'originals') {
          access.noteDamage(failure.part);
        }
        look();
      }
      if (failure.kind === 'library-gone') look();
    },
    stop: () => clearInterval(timer),
  };
}

function nameOf(condition: LibraryCondition): string {
  return condition.kind === 'damaged' ? condition.parts.join() : condition.kind;
}
