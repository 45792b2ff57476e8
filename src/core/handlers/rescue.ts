/** The rescue of a damaged library, asked for by the session page: no library is open, and none is afterwards. */
import { dirname } from 'node:path';
import type { i18n } from 'i18next';
import type { RescuedLibrary } from '../../shared/domain/rescue.ts';
import { fail } from '../../shared/failure.ts';
import { contract } from '../../shared/ipc/contract.ts';
import { freeLibraryFolder, placeAt } from '../library/places.ts';
import { rescueLibrary } from '../library/rescue/rescue-library.ts';
import { placeOf } from './door.ts';

export interface RescueContext {
  /** Folder that libraries are usually in. */
  readonly defaultPlace: string;
  /** For the names of what stands in for lost rows. */
  readonly words: i18n;
  readonly signal: AbortSignal;
  readonly onProgress: (now: { done: number; total: number }) => void;
}

/**
 * Makes a new library beside the damaged one, or where the person says. The passphrase is overwritten.
 * @throws FailureError `invalid-request`, and what `rescueLibrary` throws.
 */
export async function rescueByRequest(
  request: unknown,
  { defaultPlace, words, signal, onProgress }: RescueContext,
): Promise<RescuedLibrary> {
  const checked = contract['session.rescue'].request.safeParse(request);
  if (!checked.success) throw fail({ kind: 'invalid-request' });
  const { folder, parent, passphrase } = checked.data;
  const t = words.getFixedT(null, 'rescue');
  try {
    const damaged = placeOf(folder, defaultPlace);
    const name = t('folder', { name: placeAt(damaged).folderName });
    const target = freeLibraryFolder(parent ?? dirname(damaged), name);
    const secret = { kind: 'passphrase', passphrase } as const;
    const report = await rescueLibrary(damaged, target, secret, {
      name,
      nameOf: (noun, id) => t(`stand-in-${noun}`, { id }),
      signal,
      onProgress,
    });
    return { place: placeAt(target), report };
  } finally {
    passphrase.fill(0);
  }
}
