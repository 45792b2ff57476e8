import { describe, expect, it } from 'vitest';
import { stemmingOf, termOf } from '../../../src/core/search/analysis/analyser.ts';
import { foldWord } from '../../../src/core/search/analysis/fold.ts';
import type {
  CyrillicLanguage,
  LatinLanguage,
} from '../../../src/core/search/analysis/language.ts';

function terms(latin: LatinLanguage, cyrillic: CyrillicLanguage, words: string): string[] {
  const stemming = stemmingOf({ latin, cyrillic });
  return [...new Set(words.split(' ').map((word) => termOf(foldWord(word), stemming)))];
}

/** Each line is one word in some of its forms; what does not meet stands in the next list. */
const FORMS = {
  en: ['arrest arrested arresting arrests', 'court courts', 'detention detentions'],
  ru: [
    'задержание задержания задержанию задержанием',
    'свидетель свидетеля свидетелем свидетели свидетелей',
    'тюрьма тюрьмы тюрьме тюрьмой тюрьму',
    'арестованный арестованного арестованным',
  ],
  be: [
    'турма турмы турме турмой турмамі',
    'зняволены зняволенага зняволеных зняволеным',
    'сведка сведкі сведкамі сведкам',
    'Веліна Веліну Велінам',
    'затрыманне затрымання затрыманню затрыманнем затрыманняў затрыманнях',
    'рашэнне рашэння рашэнню рашэннем рашэнняў',
    'арганізацыя арганізацыі арганізацыю арганізацыяй арганізацый арганізацыямі',
    'незалежнасць незалежнасці незалежнасцю',
  ],
  uk: [
    "в'язниця в'язниці в'язницю в'язницею в'язниць",
    'організація організації організацію організацією організацій організаціями організаціях',
    'незалежність незалежності незалежністю',
    "сім'я сім'ї сім'ю сім'єю",
    'площа площі площу площею площ',
    'арештувати арештував арештувала арештувало арештували',
    'наглядач наглядача наглядачі наглядачів наглядачам',
    'права прав праву правами',
    'арештований арештованого арештованим арештовані',
    'катування катувань катуваннями',
    'свобода свободи свободу свободою свобод',
    'Веліна Веліну Веліном',
    'працювати працювали',
  ],
} as const;

describe('stemming by language', () => {
  it.each(
    Object.entries(FORMS).flatMap(([language, all]) => all.map((forms) => [language, forms])),
  )('%s: %s is one term', (language, forms) => {
    const cyrillic = language === 'en' ? 'ru' : (language as CyrillicLanguage);
    expect(terms('en', cyrillic, forms)).toHaveLength(1);
  });

  it('keeps words apart that are not forms of one', () => {
    for (const language of ['ru', 'be', 'uk'] as const) {
      const words = 'суд судно справа право слава слово школа шкода';
      expect(terms('en', language, words).length).toBe(8);
    }
  });

  it('leaves words of other languages as they are', () => {
    expect(terms('other', 'ru', 'gefängnisse gefangenen')).toEqual(['gefangnisse', 'gefangenen']);
  });

  it('answers the same for a word whatever was asked before', () => {
    const words = Object.values(FORMS).flatMap((all) => all.flatMap((forms) => forms.split(' ')));
    const first = words.map((word) => terms('en', 'uk', word));
    expect(words.toReversed().map((word) => terms('en', 'uk', word))).toEqual(first.toReversed());
  });
});
