/**
 * Texts that are like reports in what a search index feels, with a fixed seed; nothing in them means anything. The constants
 * were measured on 2,176 pages of 62 real reports (UN bodies, courts, NGOs; English, Russian, Belarusian): 420 words a page;
 * 35 % of the words of English are stop words, 20 % of the others'; the hundredth word by frequency stands on 23 % of the pages, the thousandth on
 * 3 to 4.5 %; a page has 160 to 200 different terms; 20,000 different forms stand in half a million words of English; of the words
 * that are not stop words 13 to 25 % have a capital.
 */
import { SeededRandom } from '../tests/helpers/invented-words.ts';

export type ReportLanguage = 'en' | 'ru' | 'be';

interface LanguageShape {
  readonly consonants: string;
  readonly vowels: string;
  /** The commonest first. */
  readonly endings: readonly string[];
  readonly stopWords: readonly string[];
  readonly stopShare: number;
}

const SHAPES: Record<ReportLanguage, LanguageShape> = {
  en: {
    consonants: 'bcdfghklmnprstvz',
    vowels: 'aeiou',
    endings: ['', 's', 'ed', 'ing', 'ation', 'er', 'ly'],
    stopWords:
      'the of and to in a that is for on by with as was be it from at are this his which or have not an were had their been its has they but he if so'.split(
        ' ',
      ),
    stopShare: 0.35,
  },
  ru: {
    consonants: 'бвгджзклмнпрстцчш',
    vowels: 'аеиоуы',
    endings: ['', 'а', 'ого', 'ы', 'ами', 'ение', 'ский', 'ой', 'ом'],
    stopWords:
      'и в не на что с по к о из за от для при его как это они но же был или так все'.split(' '),
    stopShare: 0.2,
  },
  be: {
    consonants: 'бвгджзклмнпрстцчшў',
    vowels: 'аеіоуы',
    endings: ['', 'а', 'аў', 'ага', 'амі', 'анне', 'скі', 'ай', 'ам'],
    stopWords: 'і ў не на што з па да аб за ад для яго як гэта яны але быў або так усе'.split(' '),
    stopShare: 0.2,
  },
};

/** Words of a language that any report may have: rank r comes with a frequency of 1 / (r + HEAD). */
const GENERAL = 6_000;
const HEAD = 46;
/** Of the words that are not stop words: of the report's own subject, names, numbers, misread letters. */
const TOPIC_SHARE = 0.1;
const NAME_SHARE = 0.08;
const NUMBER_SHARE = 0.03;
const MISREAD_SHARE = 0.001;
/** How often a word is one that has stood on the page before. */
const AGAIN_SHARE = 0.33;
/** How often a frequent word is followed by its companion (human rights). */
const COMPANY_SHARE = 0.15;
const WITH_COMPANY = 400;
const TOPIC_WORDS = 40;
/** Special words of a language; half of a report's topic is of them, the other half is its own. */
const SPECIAL = 20_000;
const NAMES_OF_A_REPORT = 20;
const KNOWN_NAMES = 4_000;
/** Of two endings, the commoner one is taken this often. */
const ENDING_SHARE = 0.55;
const WORDS_OF_A_SENTENCE = 18;

export class ReportTexts {
  readonly random: SeededRandom;
  readonly #general: Record<ReportLanguage, readonly string[]>;
  readonly #special: Record<ReportLanguage, readonly string[]>;
  readonly #names: Record<ReportLanguage, readonly string[]>;

  constructor(seed: number) {
    this.random = new SeededRandom(seed);
    const all = (make: (language: ReportLanguage) => string, size: number) => {
      const list = (language: ReportLanguage): string[] =>
        Array.from({ length: size }, () => make(language));
      return { en: list('en'), ru: list('ru'), be: list('be') };
    };
    this.#general = all((language) => this.#stem(language, 1 + this.random.below(3)), GENERAL);
    this.#special = all((language) => this.newStem(language), SPECIAL);
    this.#names = all((language) => this.#name(language), KNOWN_NAMES);
  }

  language(): ReportLanguage {
    return this.random.pick(['en', 'en', 'en', 'ru', 'be'] as const);
  }

  /** The base form of the word of a rank. */
  general(language: ReportLanguage, rank: number): string {
    return this.#general[language][rank] ?? '';
  }

  /** What often follows the word of a rank below 400. */
  companion(language: ReportLanguage, rank: number): string {
    return this.general(language, (rank * 7 + 11) % WITH_COMPANY);
  }

  special(language: ReportLanguage): string {
    return this.random.pick(this.#special[language]);
  }

  name(language: ReportLanguage): string {
    return this.random.pick(this.#names[language]);
  }

  report(language: ReportLanguage): Report {
    return new Report(this, language);
  }

  /** A rank of the general words, drawn by its frequency. */
  rank(): number {
    return Math.floor(HEAD * ((GENERAL + HEAD) / HEAD) ** this.random.next() - HEAD);
  }

  inflected(language: ReportLanguage, stem: string): string {
    const { endings } = SHAPES[language];
    let ending = 0;
    while (ending < endings.length - 1 && this.random.next() > ENDING_SHARE) ending += 1;
    return stem + (endings[ending] ?? '');
  }

  newStem(language: ReportLanguage): string {
    return this.#stem(language, 3 + this.random.below(2));
  }

  newName(language: ReportLanguage): string {
    return this.#name(language);
  }

  #name(language: ReportLanguage): string {
    const stem = this.#stem(language, 2 + this.random.below(2));
    return stem.charAt(0).toUpperCase() + stem.slice(1);
  }

  #stem(language: ReportLanguage, syllables: number): string {
    const { consonants, vowels } = SHAPES[language];
    let stem = '';
    for (let i = 0; i < syllables; i += 1) stem += this.#letter(consonants) + this.#letter(vowels);
    return stem + this.#letter(consonants);
  }

  #letter(letters: string): string {
    return letters.charAt(this.random.below(letters.length));
  }
}

/** One report: pages with a subject and people of its own. */
export class Report {
  readonly language: ReportLanguage;
  readonly topic: readonly string[];
  readonly #texts: ReportTexts;
  readonly names: readonly string[];
  /** The companion that has to come next. */
  #next: string | undefined;

  constructor(texts: ReportTexts, language: ReportLanguage) {
    this.#texts = texts;
    this.language = language;
    this.topic = Array.from({ length: TOPIC_WORDS }, (_, index) =>
      index % 2 === 0 ? texts.newStem(language) : texts.special(language),
    );
    this.names = Array.from({ length: NAMES_OF_A_REPORT }, (_, index) =>
      index % 3 === 0 ? texts.newName(language) : texts.name(language),
    );
  }

  title(): string {
    const { random } = this.#texts;
    return `${random.pick(this.topic)} ${this.#content()} ${this.#content()} ${this.#content()} ${2000 + random.below(25)}`;
  }

  page(words: number): string {
    const { random } = this.#texts;
    const { stopWords, stopShare } = SHAPES[this.language];
    const parts: string[] = [];
    const used: string[] = [];
    const content = (): string => {
      const again = used.length > 0 && random.next() < AGAIN_SHARE;
      const word = again ? random.pick(used) : this.#content();
      used.push(word);
      return word;
    };
    for (let left = words; left > 0; left -= 1) {
      const sentence = left % WORDS_OF_A_SENTENCE;
      const word =
        random.next() < stopShare
          ? (stopWords[Math.floor(stopWords.length ** random.next()) - 1] ?? '')
          : content();
      parts.push(
        sentence === 0 ? `${word.charAt(0).toUpperCase()}${word.slice(1)}` : word,
        sentence === 1 ? '. ' : sentence === 9 ? ', ' : ' ',
      );
    }
    return parts.join('');
  }

  #content(): string {
    const texts = this.#texts;
    if (this.#next !== undefined) {
      const next = this.#next;
      this.#next = undefined;
      return next;
    }
    let kind = texts.random.next();
    if ((kind -= NUMBER_SHARE) < 0) return String(texts.random.below(3000));
    if ((kind -= NAME_SHARE) < 0) return texts.random.pick(this.names);
    if ((kind -= MISREAD_SHARE) < 0) return texts.newStem(this.language);
    if ((kind -= TOPIC_SHARE) < 0) {
      return texts.inflected(this.language, texts.random.pick(this.topic));
    }
    const rank = texts.rank();
    const stem = texts.general(this.language, rank);
    if (rank < WITH_COMPANY && texts.random.next() < COMPANY_SHARE) {
      this.#next = texts.companion(this.language, rank);
      return stem;
    }
    return texts.inflected(this.language, stem);
  }
}
