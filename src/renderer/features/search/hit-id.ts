/** Element id of the n-th hit on the screen, for the field that moves over them. */
export function hitId(index: number): string {
  return `hit-${index}`;
}
