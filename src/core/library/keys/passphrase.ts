/** Passphrases as core takes them, and what makes one good enough: the same for the window and the command line. */
import { MINIMUM_PASSPHRASE } from '../../../shared/domain/library.ts';
import { fail } from '../../../shared/failure.ts';
import { encodePassphrase } from '../../../shared/passphrase/encode-passphrase.ts';
import { strengthOf, STRONG_ENOUGH } from '../../../shared/passphrase/strength.ts';

/** Bytes are those of `encodePassphrase`; whoever gives them overwrites them. A string cannot be overwritten. */
export type Passphrase = string | Uint8Array;

/** Runs with the bytes of a passphrase; a copy made for it is overwritten afterwards. */
export async function withPassphrase<T>(
  passphrase: Passphrase,
  use: (bytes: Uint8Array) => Promise<T>,
): Promise<T> {
  if (typeof passphrase !== 'string') return use(passphrase);
  const bytes = encodePassphrase(passphrase);
  try {
    return await use(bytes);
  } finally {
    bytes.fill(0);
  }
}

/**
 * @param known words an attacker would try first, such as the name of the library
 * @throws FailureError `passphrase-too-weak`.
 */
export async function requireStrong(
  passphrase: Passphrase,
  known: readonly string[],
): Promise<void> {
  const text = typeof passphrase === 'string' ? passphrase : new TextDecoder().decode(passphrase);
  if (text.length < MINIMUM_PASSPHRASE || (await strengthOf(text, known)) < STRONG_ENOUGH) {
    throw fail({ kind: 'passphrase-too-weak' });
  }
}
