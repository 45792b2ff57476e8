import type { Excerpt } from '../../../shared/domain/excerpt.ts';
import type { LabelBook, LabelRef } from '../../../shared/domain/label.ts';
import type { PassageColour } from '../../../shared/domain/passage.ts';

export interface ShownLabel {
  readonly label: LabelRef;
  readonly name: string;
  readonly colour: PassageColour | null;
}

/**
 * What an excerpt is tied to, as links. An excerpt carries names only (it is what leaves the program), so each is
 * looked up among the labels; a name that is in the book twice links to the first.
 */
export function labelsOfExcerpt(excerpt: Excerpt, book: LabelBook): ShownLabel[] {
  const shown: ShownLabel[] = [];
  for (const name of excerpt.cases) {
    const found = book.cases.find((entry) => entry.title === name);
    if (found) shown.push({ label: { kind: 'case', id: found.id }, name, colour: null });
  }
  for (const name of excerpt.events) {
    const found = book.events.find((event) => event.title === name);
    if (found) shown.push({ label: { kind: 'event', id: found.id }, name, colour: null });
  }
  for (const name of excerpt.tags) {
    const found = book.tags.find((tag) => tag.name === name);
    if (found) shown.push({ label: { kind: 'tag', id: found.id }, name, colour: found.colour });
  }
  return shown;
}
