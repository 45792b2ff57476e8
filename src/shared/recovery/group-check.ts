/**
 * The last letter of each group checks the four before it, and that the group stands in its place. It is a sum over
 * the field with 32 elements: one wrong letter, or two letters exchanged, never fits; and since each place adds a
 * different number, a group never fits in another place.
 */

/** x^5 + x^2 + 1, which makes the field. */
const FIELD_POLYNOMIAL = 0b100101;
const FIELD_SIZE = 32;

/** @param data the values of the four letters @param place 0-based place of the group in the key */
export function checkOfGroup(data: readonly number[], place: number): number {
  // Horner: the letters get the weights x^4, x^3, x^2 and x, all different and none of them 1, which is the check's own.
  const sum = data.reduce((before, value) => timesX(before) ^ value, 0);
  return timesX(sum) ^ (place + 1);
}

function timesX(value: number): number {
  const shifted = value << 1;
  return shifted >= FIELD_SIZE ? shifted ^ FIELD_POLYNOMIAL : shifted;
}
