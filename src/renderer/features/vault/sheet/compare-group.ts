/** Whether a group that was typed from the paper is the one that stands on the sheet. */
import { RECOVERY_GROUP_LENGTH } from '../../../../shared/recovery/recovery-key.ts';
import { valueOfLetter } from '../../../../shared/recovery/recovery-alphabet.ts';

export type GroupReading =
  | { kind: 'unfinished' }
  | { kind: 'right' }
  /** @property letter counted from 1 */
  | { kind: 'letter-wrong'; letter: number }
  /** It stands on the sheet, but at another number. */
  | { kind: 'other-group'; group: number }
  | { kind: 'too-long' };

/** @param number of the group, counted from 1 as on the sheet */
export function compareGroup(
  typed: string,
  groups: readonly string[],
  number: number,
): GroupReading {
  const letters = valuesOf(typed);
  const wanted = valuesOf(groups[number - 1] ?? '');
  const wrong = letters.findIndex((value, index) => value !== wanted[index]);
  if (wrong < 0) {
    return { kind: letters.length === wanted.length ? 'right' : 'unfinished' };
  }
  const other = groups.findIndex((group) => sameValues(valuesOf(group), letters));
  if (other >= 0) return { kind: 'other-group', group: other + 1 };
  return wrong >= RECOVERY_GROUP_LENGTH
    ? { kind: 'too-long' }
    : { kind: 'letter-wrong', letter: wrong + 1 };
}

/** Letters that are read alike (O and 0) are one value; what is between letters does not count. */
function valuesOf(text: string): (number | undefined)[] {
  return Array.from(text.replaceAll(/[\s\p{Pd}]+/gu, '')).map(valueOfLetter);
}

function sameValues(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
