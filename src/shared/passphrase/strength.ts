/** How hard a passphrase is to guess. The word lists are about a megabyte and are loaded when first needed. */
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

/** 0 (guessed at once) to 4 (more than 10^10 guesses), as zxcvbn counts. */
export type Strength = 0 | 1 | 2 | 3 | 4;

/** Argon2id makes each guess dear, but a seized disk can be tried for years: only the top grade is enough. */
export const STRONG_ENOUGH: Strength = 4;

let meter: Promise<ZxcvbnFactory> | undefined;

/** @param known words an attacker would try first, such as the name of the library */
export async function strengthOf(passphrase: string, known: readonly string[]): Promise<Strength> {
  meter ??= loadMeter();
  return (await meter).check(passphrase, [...known]).score;
}

async function loadMeter(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
  });
}
