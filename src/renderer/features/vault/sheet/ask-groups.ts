/** How many groups are asked for: whoever has three of fourteen on paper has written them all down. */
export const GROUPS_ASKED = 3;

/**
 * Which groups are asked for, counted from 1 and in their order; other ones each time, so that nobody learns to write
 * down three only. @param fill fills an array with random numbers (`crypto.getRandomValues`)
 */
export function askGroups(count: number, fill: (into: Uint32Array<ArrayBuffer>) => void): number[] {
  const draws = new Uint32Array(count);
  fill(draws);
  return Array.from(draws, (draw, index) => ({ draw, number: index + 1 }))
    .toSorted((a, b) => a.draw - b.draw)
    .slice(0, GROUPS_ASKED)
    .map(({ number }) => number)
    .toSorted((a, b) => a - b);
}
