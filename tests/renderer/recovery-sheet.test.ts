import { expect, test } from 'vitest';
import { recoveryGroups } from '../../src/shared/recovery/recovery-key.ts';
import { askGroups, GROUPS_ASKED } from '../../src/renderer/features/vault/sheet/ask-groups.ts';
import { compareGroup } from '../../src/renderer/features/vault/sheet/compare-group.ts';

const groups = recoveryGroups(Uint8Array.from({ length: 32 }, (_, index) => index * 7 + 1));
const third = groups[2] ?? '';
/** Another letter than the one at this place. */
const spoiled = (group: string, at: number): string =>
  group.slice(0, at) + (group[at] === 'Z' ? 'Y' : 'Z') + group.slice(at + 1);

test.each([
  ['', { kind: 'unfinished' }],
  [third.slice(0, 3), { kind: 'unfinished' }],
  [third, { kind: 'right' }],
  [` ${third.toLowerCase().split('').join(' ')} `, { kind: 'right' }],
  [spoiled(third, 0).slice(0, 1), { kind: 'letter-wrong', letter: 1 }],
  [spoiled(third, 3), { kind: 'letter-wrong', letter: 4 }],
  [spoiled(third, 4), { kind: 'letter-wrong', letter: 5 }],
  [`${third}0`, { kind: 'too-long' }],
  ['U', { kind: 'letter-wrong', letter: 1 }],
  [groups[8] ?? '', { kind: 'other-group', group: 9 }],
])('the third group typed as «%s»', (typed, reading) => {
  expect(compareGroup(typed, groups, 3)).toEqual(reading);
});

test('letters that look like digits are taken for them', () => {
  expect(compareGroup('oIlAB', ['011AB'], 1)).toEqual({ kind: 'right' });
});

test('asks for three different groups in their order, and not always for the same', () => {
  const asked = Array.from({ length: 300 }, () =>
    askGroups(14, (into) => void crypto.getRandomValues(into)),
  );
  for (const numbers of asked) {
    expect(new Set(numbers).size).toBe(GROUPS_ASKED);
    expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers);
    expect(numbers.every((number) => number >= 1 && number <= 14)).toBe(true);
  }
  expect(new Set(asked.flat()).size).toBe(14);
});
