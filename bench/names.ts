/** How many spellings of a name find each other, and how many ordinary words they find; see tests/fixtures/names.tsv. */
import { nameFigures, nameLists } from '../tests/helpers/name-figures.ts';

export function benchNames(): Promise<object> {
  const { names, bySpelling } = nameLists();
  return Promise.resolve({ names: nameFigures(names), bySpelling: nameFigures(bySpelling) });
}
