/**
 * The recovery key: the 32 bytes of the data key as a person writes them down. 35 bytes (the key and its CRC-24) are
 * 56 letters of five bits, in 14 groups of four, each with a fifth letter that checks it
 * (docs/decisions/006-recovery-key-is-the-data-key.md). Pure, so that the interface can check while one types.
 */
import { crc24 } from './crc24.ts';
import { checkOfGroup } from './group-check.ts';
import { RECOVERY_LETTERS } from './recovery-alphabet.ts';

export const RECOVERY_GROUPS = 14;
export const RECOVERY_GROUP_LENGTH = 5;
export const RECOVERY_KEY_BYTES = 32;
const DATA_LETTERS = RECOVERY_GROUP_LENGTH - 1;
const BITS_PER_LETTER = 5;
const CRC_BYTES = 3;

/** The groups of a key, to be written with a space between them. @param key 32 bytes */
export function recoveryGroups(key: Uint8Array): string[] {
  if (key.length !== RECOVERY_KEY_BYTES) throw new Error('A data key has 32 bytes');
  const bytes = withCrc(key);
  const groups = Array.from({ length: RECOVERY_GROUPS }, (_, place) => {
    const data = Array.from({ length: DATA_LETTERS }, (_, letter) =>
      fiveBits(bytes, (place * DATA_LETTERS + letter) * BITS_PER_LETTER),
    );
    return [...data, checkOfGroup(data, place)].map((value) => RECOVERY_LETTERS[value]).join('');
  });
  bytes.fill(0);
  return groups;
}

/**
 * The key that 14 groups of values stand for; undefined when its CRC does not fit. Their check letters are not looked
 * at. The caller overwrites the key when done.
 */
export function keyOfGroups(groups: readonly (readonly number[])[]): Uint8Array | undefined {
  const bytes = new Uint8Array(RECOVERY_KEY_BYTES + CRC_BYTES);
  const letters = groups.flatMap((group) => group.slice(0, DATA_LETTERS));
  letters.forEach((value, index) => setFiveBits(bytes, index * BITS_PER_LETTER, value));
  const key = bytes.slice(0, RECOVERY_KEY_BYTES);
  const fits = withCrc(key).every((byte, index) => byte === bytes[index]);
  bytes.fill(0);
  return fits ? key : undefined;
}

function withCrc(key: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(RECOVERY_KEY_BYTES + CRC_BYTES);
  bytes.set(key);
  const crc = crc24(key);
  bytes.set([crc >> 16, (crc >> 8) & 0xff, crc & 0xff], RECOVERY_KEY_BYTES);
  return bytes;
}

/** Five bits from a bit position on, the most significant first; they lie in one byte or two. */
function fiveBits(bytes: Uint8Array, bit: number): number {
  const two = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
  return (two >> (16 - BITS_PER_LETTER - (bit & 7))) & 31;
}

function setFiveBits(bytes: Uint8Array, bit: number, value: number): void {
  const two = value << (16 - BITS_PER_LETTER - (bit & 7));
  const at = bit >> 3;
  bytes[at] = (bytes[at] ?? 0) | (two >> 8);
  if (at + 1 < bytes.length) bytes[at + 1] = (bytes[at + 1] ?? 0) | (two & 0xff);
}
