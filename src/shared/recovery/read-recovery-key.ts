/** Reading a recovery key as it is typed from paper, and saying where it went wrong. */
import { checkOfGroup } from './group-check.ts';
import { valueOfLetter } from './recovery-alphabet.ts';
import { keyOfGroups, RECOVERY_GROUP_LENGTH, RECOVERY_GROUPS } from './recovery-key.ts';

/** Groups are counted from 1, as on the sheet. */
export type RecoveryKeyProblem =
  /** A letter of this group is wrong, or missing, or one too many. */
  | { kind: 'group-wrong'; group: number }
  /** Both groups would fit in the place of the other. */
  | { kind: 'groups-swapped'; group: number; other: number }
  /** What stands here belongs one place further on, and so does what follows it. */
  | { kind: 'group-missing'; group: number }
  /** No recovery key has this character. */
  | { kind: 'character-unknown'; group: number; character: string }
  | { kind: 'groups-too-many' }
  /** Every group fits, but they are not one key: groups of two sheets, or two mistakes that hide each other. */
  | { kind: 'groups-do-not-belong' };

export interface RecoveryKeyReading {
  /** Whole groups that fit, of 14. */
  readonly fitting: number;
  /** In the order of the groups; an unfinished last group is none. */
  readonly problems: readonly RecoveryKeyProblem[];
  /** 32 bytes once everything is there and fits; the reader overwrites them when done. */
  readonly key: Uint8Array | null;
}

type Group = readonly (number | undefined)[];

/**
 * Reads what is typed so far. Small letters, letters read as digits (O, I, L), spaces, hyphens and line breaks do not
 * matter; a group that is set off by spaces keeps a forgotten letter from spoiling the groups after it.
 */
export function readRecoveryKey(typed: string): RecoveryKeyReading {
  const words = wordsOf(typed);
  const groups = words.map((word) => Array.from(word).map(valueOfLetter));
  const unfinished = (groups.at(-1)?.length ?? 0) < RECOVERY_GROUP_LENGTH;
  const whole = groups.length <= RECOVERY_GROUPS ? groups : groups.slice(0, RECOVERY_GROUPS);
  const wrong = whole.flatMap((group, place) => (fits(group, place) ? [] : [place]));
  const problems: RecoveryKeyProblem[] = [];
  for (const place of wrong) {
    if (isGroupMissing(whole, place)) {
      problems.push({ kind: 'group-missing', group: place + 1 });
      break;
    }
    const problem = problemAt(whole, place, wrong);
    const stillTyped = unfinished && place === groups.length - 1;
    if (problem && !(stillTyped && problem.kind === 'group-wrong')) problems.push(problem);
  }
  if (groups.length > RECOVERY_GROUPS) problems.push({ kind: 'groups-too-many' });
  const complete = wrong.length === 0 && groups.length === RECOVERY_GROUPS;
  const key = complete ? keyOfGroups(whole.map(certain)) : undefined;
  if (complete && !key) problems.push({ kind: 'groups-do-not-belong' });
  return { fitting: whole.length - wrong.length, problems, key: key ?? null };

  function problemAt(
    all: readonly Group[],
    place: number,
    wrongPlaces: readonly number[],
  ): RecoveryKeyProblem | undefined {
    const unknown = all[place]?.indexOf(undefined) ?? -1;
    if (unknown >= 0) {
      const character = Array.from(words[place] ?? '')[unknown] ?? '';
      return { kind: 'character-unknown', group: place + 1, character };
    }
    const other = wrongPlaces.find(
      (candidate) => fits(all[place] ?? [], candidate) && fits(all[candidate] ?? [], place),
    );
    if (other === undefined) return { kind: 'group-wrong', group: place + 1 };
    // Told once, at the first of the two.
    return other < place
      ? undefined
      : { kind: 'groups-swapped', group: place + 1, other: other + 1 };
  }
}

/** What is between separators; a stretch of several groups written without a gap is cut into groups. */
function wordsOf(typed: string): string[] {
  return typed
    .split(/[\s\p{Pd}.,:;/|]+/u)
    .filter((word) => word !== '')
    .flatMap((word, index, all) => {
      const letters = Array.from(word);
      const isLast = index === all.length - 1;
      if (letters.length % RECOVERY_GROUP_LENGTH !== 0 && !isLast) return [word];
      return Array.from({ length: Math.ceil(letters.length / RECOVERY_GROUP_LENGTH) }, (_, group) =>
        letters.slice(group * RECOVERY_GROUP_LENGTH, (group + 1) * RECOVERY_GROUP_LENGTH).join(''),
      );
    });
}

function isGroupMissing(groups: readonly Group[], place: number): boolean {
  const rest = groups.slice(place, place + 2);
  return (
    place + 1 < RECOVERY_GROUPS && rest.every((group, index) => fits(group, place + index + 1))
  );
}

function fits(group: Group, place: number): boolean {
  if (group.length !== RECOVERY_GROUP_LENGTH || group.includes(undefined)) return false;
  const values = certain(group);
  return checkOfGroup(values.slice(0, -1), place) === values.at(-1);
}

function certain(group: Group): number[] {
  return group.map((value) => value ?? 0);
}
