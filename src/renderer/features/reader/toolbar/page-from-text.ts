/**
 * The page a person means: the one that bears this label, else the one with this number. Null when there is none. Pure.
 */
export function pageFromText(
  text: string,
  total: number,
  labels: readonly string[] | null,
): number | null {
  const wanted = text.trim();
  if (wanted === '') return null;
  const labelled = labels?.findIndex((label) => label.toLowerCase() === wanted.toLowerCase()) ?? -1;
  if (labelled >= 0) return labelled + 1;
  const number = /^\d+$/u.test(wanted) ? Number(wanted) : NaN;
  return number >= 1 && number <= total ? number : null;
}
