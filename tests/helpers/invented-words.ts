/** Texts of invented words with a fixed seed: frequencies fall like those of a language, nothing means anything. */

/** Park and Miller's generator: the same numbers on every machine. */
export class SeededRandom {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** A fraction in [0, 1). */
  next(): number {
    this.#state = (this.#state * 48271) % 2147483647;
    return this.#state / 2147483647;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  pick<T>(list: readonly T[]): T {
    const item = list[this.below(list.length)];
    if (item === undefined) throw new Error('Nothing to pick from');
    return item;
  }
}

interface Alphabet {
  readonly consonants: string;
  readonly vowels: string;
  readonly endings: readonly string[];
}

const LATIN: Alphabet = {
  consonants: 'bcdfghklmnprstvz',
  vowels: 'aeiou',
  endings: ['', 's', 'ed', 'ing', 'er', 'ation', 'ly'],
};
const RUSSIAN: Alphabet = {
  consonants: 'бвгджзклмнпрстцчш',
  vowels: 'аеиоуы',
  endings: ['', 'а', 'ы', 'ого', 'ами', 'ение', 'ский'],
};
const BELARUSIAN: Alphabet = {
  consonants: 'бвгджзклмнпрстцчшў',
  vowels: 'аеіоуы',
  endings: ['', 'а', 'аў', 'ага', 'амі', 'анне', 'скі'],
};

export type InventedLanguage = 'latin' | 'russian' | 'belarusian';
const ALPHABETS: Record<InventedLanguage, Alphabet> = {
  latin: LATIN,
  russian: RUSSIAN,
  belarusian: BELARUSIAN,
};

export class InventedWords {
  readonly random: SeededRandom;
  readonly #stems: Record<InventedLanguage, readonly string[]>;

  /** @param stems number of different stems in each language. */
  constructor(seed: number, stems: number) {
    this.random = new SeededRandom(seed);
    const make = (language: InventedLanguage): string[] =>
      Array.from({ length: stems }, () => this.#stem(ALPHABETS[language]));
    this.#stems = {
      latin: make('latin'),
      russian: make('russian'),
      belarusian: make('belarusian'),
    };
  }

  /** A word by a Zipf-like law: the first stems are the commonest. */
  word(language: InventedLanguage): string {
    const stems = this.#stems[language];
    const rank = Math.floor(stems.length ** this.random.next()) - 1;
    return (stems[rank] ?? '') + this.random.pick(ALPHABETS[language].endings);
  }

  /** A word of the rarer half of the stems. */
  rareWord(language: InventedLanguage): string {
    const stems = this.#stems[language];
    const stem = stems[Math.floor(stems.length / 2) + this.random.below(stems.length / 2)] ?? '';
    return stem + this.random.pick(ALPHABETS[language].endings);
  }

  text(language: InventedLanguage, words: number): string {
    return Array.from({ length: words }, () => this.word(language)).join(' ');
  }

  language(): InventedLanguage {
    return this.random.pick(['latin', 'latin', 'russian', 'belarusian'] as const);
  }

  #stem({ consonants, vowels }: Alphabet): string {
    const syllables = 1 + this.random.below(3);
    let stem = '';
    for (let i = 0; i < syllables; i += 1) {
      stem += this.#letter(consonants) + this.#letter(vowels);
    }
    return stem + this.#letter(consonants);
  }

  #letter(letters: string): string {
    return letters.charAt(this.random.below(letters.length));
  }
}
