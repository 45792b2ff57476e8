import type { LibraryPlace } from '../../../shared/domain/library.ts';
import { call } from '../../api.ts';
import { showFailure } from '../../stores/notices.ts';

/** Asks for a library folder in a native dialog; null when cancelled or when it is none. */
export async function chooseLibrary(): Promise<LibraryPlace | null> {
  const outcome = await call('session.choose-library', {});
  if (outcome.ok) return outcome.value;
  showFailure(outcome.failure);
  return null;
}
