/** What people type and what stands in texts differs in case, accents, apostrophes, hyphens that nobody sees: one term all the same. */
import { describe, expect, it } from 'vitest';
import { queryTerms, STEMMING_COUNT, termOf } from '../../../src/core/search/analysis/analyser.ts';
import { foldWord } from '../../../src/core/search/analysis/fold.ts';
import { wordsOf } from '../../../src/core/search/analysis/words.ts';
import { SeededRandom } from '../../helpers/invented-words.ts';

const ROUNDS = 2_000;
const LATIN = 'abcdefghijklmnopqrstuvwxyz';
const CYRILLIC = 'абвгдежзийклмнопрстуфхцчшщъыьэюяіўїєґ';
const VOWELS = /[aeiouyаеиоуыэюяіїє]/v;
const APOSTROPHES = ["'", '’', 'ʼ', '‘', '`', '´'];
const INVISIBLE = ['\u00AD', '\u200B', '\u200C', '\u200D', '\u2060'];
const ACUTE = '\u0301';
const random = new SeededRandom(31);

function stem(letters: string): string {
  return Array.from({ length: 2 + random.below(9) }, () => random.pick(Array.from(letters))).join(
    '',
  );
}

/** A word, and the same word as a text or a person may write it. */
function pair(): { plain: string; dressed: string } {
  const letters = random.pick([LATIN, CYRILLIC]);
  const parts = [stem(letters)];
  if (letters === CYRILLIC && random.below(3) === 0) parts.push(stem(letters));
  const dressedParts = parts.map((part) => Array.from(part).map(dressLetter).join(''));
  const dressed = dressedParts.join(random.pick(APOSTROPHES));
  return {
    plain: parts.join("'"),
    dressed: random.below(3) === 0 ? dressed.toUpperCase() : dressed,
  };
}

function dressLetter(letter: string): string {
  let dressed = letter === 'е' && random.below(3) === 0 ? 'ё' : letter;
  if (VOWELS.test(letter) && random.below(4) === 0) dressed += ACUTE;
  if (random.below(5) === 0) dressed += random.pick(INVISIBLE);
  return random.below(2) === 0 ? dressed.normalize('NFD') : dressed.normalize('NFC');
}

function termsOf(word: string): string[] {
  return Array.from({ length: STEMMING_COUNT }, (_, stemming) => termOf(foldWord(word), stemming));
}

describe('analysis', () => {
  it('gives a word and the same word with accents, apostrophes and invisible signs the same terms', () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { plain, dressed } = pair();
      expect(foldWord(foldWord(dressed)), dressed).toBe(foldWord(dressed));
      expect(termsOf(dressed), `${plain} ${dressed}`).toEqual(termsOf(plain));
      expect(queryTerms(dressed)).toEqual(queryTerms(plain));
    }
  });

  it('finds exactly the words of a text between quotes, dashes and signs', () => {
    const between = ['«', '» ', ' — ', '–', '-', ' “', '” ', ', ', '… ', '/', ' (', ') ', '!\n'];
    for (let round = 0; round < ROUNDS; round += 1) {
      const words = Array.from({ length: 4 }, () => pair().dressed);
      let text = random.pick(between);
      const places = words.map((word) => {
        const start = text.length;
        text += word;
        const place = { text: word, start, end: text.length };
        text += random.pick(between);
        return place;
      });
      expect(wordsOf(text), JSON.stringify(text)).toEqual(places);
    }
  });

  it('takes every word of a page for what a query for it asks, in whatever language the page is', () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { dressed } = pair();
      const asked = queryTerms(dressed);
      for (const term of termsOf(dressed)) {
        if (term !== '') expect(asked, dressed).toContain(term);
      }
    }
  });

  it.each([
    'the of and to in is was not',
    'и в не на что с по все её ещё',
    'і ў не на што з па да яго ён ужо гэтыя',
    'і й та що це від його її які',
  ])('drops stop words from pages and from queries alike: %s', (words) => {
    for (const word of words.split(' ')) {
      for (const written of [word, word.toUpperCase(), `${word}\u00AD`]) {
        expect(queryTerms(written), written).toEqual([]);
        expect(new Set(termsOf(written)), written).toEqual(new Set(['']));
      }
    }
  });
});
