import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { crc24 } from '../../../src/shared/recovery/crc24.ts';
import { RECOVERY_LETTERS } from '../../../src/shared/recovery/recovery-alphabet.ts';
import { recoveryGroups } from '../../../src/shared/recovery/recovery-key.ts';
import { readRecoveryKey } from '../../../src/shared/recovery/read-recovery-key.ts';

const KEY = Uint8Array.from({ length: 32 }, (_, index) => (index * 37 + 11) % 256);
const GROUPS = recoveryGroups(KEY);

/** The groups with some of them replaced. @param changes by 0-based place */
function changed(changes: Record<number, string>): string {
  return GROUPS.map((group, place) => changes[place] ?? group).join(' ');
}

function group(place: number): string {
  return GROUPS[place] ?? '';
}

describe('a recovery key', () => {
  it('never changes its form: what was printed years ago must be read', () => {
    expect(GROUPS.join(' ')).toMatchInlineSnapshot(
      `"1CR5V AYMZS RKMG9 WCTRA FPHCS FV0HC 6SDRT 19EAK XWA3T JQM3Q N36Z7 45SWX C6342 77M5W"`,
    );
    expect(crc24(new TextEncoder().encode('123456789'))).toBe(0x21cf02);
  });

  it('is 14 groups of five that read back to the same key', () => {
    for (let round = 0; round < 200; round += 1) {
      const key = randomBytes(32);
      const groups = recoveryGroups(key);
      expect(groups).toHaveLength(14);
      for (const one of groups) expect(one).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}$/);
      const reading = readRecoveryKey(groups.join(' '));
      expect(reading).toMatchObject({ fitting: 14, problems: [] });
      expect(Buffer.from(reading.key ?? []).equals(key)).toBe(true);
    }
  });

  it('refuses to be made of anything but 32 bytes', () => {
    expect(() => recoveryGroups(new Uint8Array(31))).toThrow();
  });

  it.each([
    ['in small letters', GROUPS.join(' ').toLowerCase()],
    ['without spaces', GROUPS.join('')],
    [
      'with hyphens and on several lines',
      `${GROUPS.slice(0, 7).join('-')}\n${GROUPS.slice(7).join(' – ')}\n`,
    ],
    ['with O for 0 and I or l for 1', GROUPS.join(' ').replaceAll('0', 'O').replaceAll('1', 'l')],
    [
      'with Cyrillic letters that look the same',
      GROUPS.join(' ').replaceAll('A', 'А').replaceAll('C', 'с').replaceAll('X', 'х'),
    ],
  ])('is read %s', (_how, typed) => {
    expect(readRecoveryKey(typed).key).toEqual(KEY);
  });
});

describe('a mistake in a recovery key', () => {
  it('of one letter is found in its group, whichever letter it is', () => {
    for (let place = 0; place < GROUPS.length; place += 1) {
      for (let at = 0; at < 5; at += 1) {
        for (const letter of RECOVERY_LETTERS) {
          const original = group(place);
          if (letter === original[at]) continue;
          const { problems, key } = readRecoveryKey(
            changed({ [place]: original.slice(0, at) + letter + original.slice(at + 1) }),
          );
          expect(key).toBeNull();
          expect(problems.map((problem) => 'group' in problem && problem.group)).toEqual([
            place + 1,
          ]);
        }
      }
    }
  });

  it('of two neighbouring letters exchanged is found', () => {
    for (let place = 0; place < GROUPS.length; place += 1) {
      for (let at = 0; at < 4; at += 1) {
        const letters = Array.from(group(place));
        [letters[at], letters[at + 1]] = [letters[at + 1] ?? '', letters[at] ?? ''];
        if (letters.join('') === group(place)) continue;
        expect(readRecoveryKey(changed({ [place]: letters.join('') })).problems).toEqual([
          { kind: 'group-wrong', group: place + 1 },
        ]);
      }
    }
  });

  it('of two groups exchanged is called by its name, whichever they are', () => {
    for (let one = 0; one < GROUPS.length; one += 1) {
      for (let other = one + 1; other < GROUPS.length; other += 1) {
        const { problems, key } = readRecoveryKey(
          changed({ [one]: group(other), [other]: group(one) }),
        );
        expect(key).toBeNull();
        expect(problems).toContainEqual({
          kind: 'groups-swapped',
          group: one + 1,
          other: other + 1,
        });
      }
    }
  });

  it.each([
    ['a forgotten letter', { 6: group(6).slice(1) }, { kind: 'group-wrong', group: 7 }],
    ['a letter too many', { 6: `${group(6)}7` }, { kind: 'group-wrong', group: 7 }],
    [
      'a letter no key has',
      { 6: `U${group(6).slice(1)}` },
      { kind: 'character-unknown', group: 7, character: 'U' },
    ],
    ['a forgotten group', { 6: '' }, { kind: 'group-missing', group: 7 }],
    ['a forgotten last group', { 13: '' }, undefined],
    [
      'a group typed after the end',
      { 13: `${group(13)} ${group(0)}` },
      { kind: 'groups-too-many' },
    ],
  ])('%s spoils no other group', (_what, changes: Record<number, string>, problem) => {
    const { problems, key } = readRecoveryKey(changed(changes));
    expect(key).toBeNull();
    expect(problems).toEqual(problem === undefined ? [] : [problem]);
  });

  it('of groups from two sheets is found when all groups are there', () => {
    const other = recoveryGroups(KEY.map((byte) => byte ^ 0xff));
    const { problems, key } = readRecoveryKey(changed({ 3: other[3] ?? '' }));
    expect(key).toBeNull();
    expect(problems).toEqual([{ kind: 'groups-do-not-belong' }]);
  });
});

it('says nothing about a group that is still being typed', () => {
  const typed = GROUPS.join(' ');
  for (let length = 0; length < typed.length; length += 1) {
    expect(readRecoveryKey(typed.slice(0, length))).toMatchObject({ problems: [], key: null });
  }
  expect(readRecoveryKey('')).toEqual({ fitting: 0, problems: [], key: null });
});

it('takes any nonsense without failing', () => {
  for (const typed of [
    '🦊'.repeat(40),
    'x'.repeat(10_000),
    '\u0000',
    'ﬀ'.repeat(5),
    'ß'.repeat(70),
  ]) {
    expect(readRecoveryKey(typed).key).toBeNull();
  }
});
