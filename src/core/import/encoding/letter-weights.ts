/** How likely letters are in running text, as the natural logarithm of their share among the letters of their script. */

/** Per mille of letters, the largest of Russian, Belarusian, Ukrainian and Bulgarian, rounded; lower case. */
const CYRILLIC_PER_MILLE: Readonly<Record<string, number>> = {
  а: 130,
  б: 18,
  в: 55,
  г: 17,
  д: 34,
  е: 85,
  ё: 8,
  ж: 10,
  з: 24,
  и: 74,
  й: 12,
  к: 40,
  л: 44,
  м: 33,
  н: 71,
  о: 110,
  п: 29,
  р: 55,
  с: 55,
  т: 65,
  у: 36,
  ф: 3,
  х: 11,
  ц: 9,
  ч: 15,
  ш: 8,
  щ: 6,
  ъ: 8,
  ы: 33,
  ь: 18,
  э: 14,
  ю: 9,
  я: 27,
  і: 60,
  ї: 8,
  є: 7,
  ґ: 0.2,
  ў: 16,
  ј: 0.1,
  ђ: 0.02,
  љ: 0.02,
  њ: 0.02,
  ћ: 0.02,
  џ: 0.02,
  ѓ: 0.02,
  ќ: 0.02,
  ѕ: 0.02,
};

/** Accented letters in the order of how often the languages written with them use them, most frequent first. */
const WESTERN = 'éáíóäñüèàöçãåêøæúßâîôëõìòùïûýœÿðþ';
const CENTRAL = 'ąęółśżźćńáíéýčěšžřůúťďňőűäöüôľĺŕăâîșțşţđëç';

export type Script = 'cyrillic' | 'ukrainian' | 'western' | 'central';

/** Natural logarithm of the weight of a lower-case letter in a script; undefined for what is no letter of it. */
export function letterWeight(script: Script, letter: string): number | undefined {
  return TABLES[script].get(letter);
}

const CYRILLIC: ReadonlyMap<string, number> = new Map(
  Object.entries(CYRILLIC_PER_MILLE).map(([letter, share]) => [letter, Math.log(share / 1000)]),
);

const TABLES: Readonly<Record<Script, ReadonlyMap<string, number>>> = {
  cyrillic: CYRILLIC,
  // For code pages made for Ukrainian alone: it has none of these letters.
  ukrainian: new Map([...CYRILLIC].filter(([letter]) => !'ыэъёў'.includes(letter))),
  western: ranked(WESTERN),
  central: ranked(CENTRAL),
};

/** Zipf's law in place of counts: good enough to tell code pages apart. */
function ranked(letters: string): ReadonlyMap<string, number> {
  return new Map(Array.from(letters, (letter, rank) => [letter, -2 - Math.log(1 + rank) / 2]));
}
