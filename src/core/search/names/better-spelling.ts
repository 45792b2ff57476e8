/** Of two spellings of one word the one to show: not in capitals, without an ending, the first of the alphabet. */
export function isBetterSpelling(a: string, b: string): boolean {
  const capitals = Number(a === a.toUpperCase()) - Number(b === b.toUpperCase());
  if (capitals !== 0) return capitals < 0;
  return a.length === b.length ? a < b : a.length < b.length;
}
