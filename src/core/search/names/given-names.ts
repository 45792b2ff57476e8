/** Given names whose forms in the neighbouring languages sound too different, or that are too short, for a key of sounds. */
import { GIVEN_NAME_GROUPS } from './given-name-groups.ts';
import { countConsonants, hear, soundsOf, type HeardWord } from './sounds.ts';

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
export function givenNameGroups({ forms, readings }: HeardWord): ReadonlySet<number> {
  const found = new Set<number>();
  for (const form of [...forms, ...soundForms(readings)]) {
    for (const group of groupsOfForm.get(form) ?? []) found.add(group);
  }
  return found;
}

/** A name that ends in a consonant is its own stem; what a stemmer cuts off more is another word (Семен, сем). */
function formsInTable(name: string): string[] {
  const { forms, readings } = hear(name);
  const [folded = ''] = forms;
  return [
    ...(CASE_CHANGES_LAST.test(folded) ? forms : [folded]),
    ...soundForms(readings.slice(0, 1)),
  ];
}

function soundForms(readings: readonly string[]): string[] {
  return readings
    .map(soundsOf)
    .filter((sounds) => countConsonants(sounds) >= FEWEST_CONSONANTS)
    .map((sounds) => `~${sounds}`);
}
