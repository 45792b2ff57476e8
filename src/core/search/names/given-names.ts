/** Given names whose forms in the neighbouring languages sound too different, or that are too short, for a key of sounds. */
import { foldWord } from '../analysis/fold.ts';
import { caseForms } from './cyrillic-reading.ts';
import { GIVEN_NAME_GROUPS } from './given-name-groups.ts';
import { countConsonants, soundsOf } from './sounds.ts';

/** Names with fewer have to be spelled as in the table. */
const FEWEST_CONSONANTS = 3;

const CASE_CHANGES_LAST = /[аеиійоьыэюя]$/v;

/** Numbers of groups: Саша is of two. */
const groupsOfForm = new Map<string, Set<number>>();
for (const [number, names] of GIVEN_NAME_GROUPS.entries()) {
  for (const name of names) {
    for (const form of formsInTable(name)) {
      const groups = groupsOfForm.get(form);
      if (groups === undefined) groupsOfForm.set(form, new Set([number]));
      else groups.add(number);
    }
  }
}

/** The numbers of the groups a word belongs to, in whatever case it stands; few words have any. */
export function givenNameGroups(word: string): ReadonlySet<number> {
  const folded = foldWord(word);
  const found = new Set<number>();
  for (const form of [...caseForms(folded), ...soundForms(soundsOf(word))]) {
    for (const group of groupsOfForm.get(form) ?? []) found.add(group);
  }
  return found;
}

/** A name that ends in a consonant is its own stem; what a stemmer cuts off more is another word (Семен, сем). */
function formsInTable(name: string): string[] {
  const folded = foldWord(name);
  const forms = CASE_CHANGES_LAST.test(folded) ? [...caseForms(folded)] : [folded];
  // Of the sounds, those it is most likely meant with.
  return [...forms, ...soundForms(soundsOf(name).slice(0, 1))];
}

function soundForms(readings: readonly string[]): string[] {
  return readings
    .filter((sounds) => countConsonants(sounds) >= FEWEST_CONSONANTS)
    .map((sounds) => `~${sounds}`);
}
