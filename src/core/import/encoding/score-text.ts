/** How much a decoded text looks like one a person wrote: the sum over its characters beyond ASCII. */
import { letterWeight, type Script } from './letter-weights.ts';

/** Logarithms, on the scale of letterWeight. A wrong code page makes most characters pay several of these. */
const CAPITAL_AT_START = -1;
const CAPITAL_IN_CAPITALS = -0.4;
const IMPOSSIBLE_PAIR = -4;
const CAPITAL_AFTER_SMALL = -9;
const SMALL_AFTER_CAPITALS = -5;
const OTHER_SCRIPT_BESIDE = -7;
const PUNCTUATION = -6;
const PUNCTUATION_IN_WORD = -9;
const FOREIGN_LETTER = -9;
const SYMBOL = -9;
const CONTROL = -14;
const UNDEFINED = -20;

/** In no language written with them do the signs begin a word or follow a vowel, nor does й follow a consonant. */
const SIGNS = 'ьъы';
const VOWELS = 'аеёиоуыэюяіїє';
const CONSONANTS = 'бвгджзклмнпрстфхцчшщ';

const USUAL_PUNCTUATION = new Set('«»„“”‘’–—…№§\u00a0°•·©®€¡¿\u00ad');

export function scoreText(text: string, script: Script): number {
  let score = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? '';
    if (character < '\u0080') continue;
    score += scoreCharacter(
      character,
      text[index - 1] ?? ' ',
      text[index + 1] ?? ' ',
      text[index - 2] ?? ' ',
      script,
    );
  }
  return score;
}

function scoreCharacter(
  character: string,
  before: string,
  after: string,
  twoBefore: string,
  script: Script,
): number {
  if (character === '\ufffd') return UNDEFINED;
  if (character < '\u00a0') return CONTROL;
  if (USUAL_PUNCTUATION.has(character)) {
    return isLetter(before) && isLetter(after) && !isApostrophe(character)
      ? PUNCTUATION_IN_WORD
      : PUNCTUATION;
  }
  if (!isLetter(character)) return SYMBOL;
  const small = character.toLowerCase();
  const weight = letterWeight(script, small);
  if (weight === undefined) return FOREIGN_LETTER;
  return (
    weight +
    caseScore(character !== small, before, twoBefore) +
    neighbourScore(before, after, script) +
    pairScore(before.toLowerCase(), small)
  );
}

function caseScore(isCapital: boolean, before: string, twoBefore: string): number {
  const follows = isLetter(before);
  if (!isCapital)
    return follows && isCapitalLetter(before) && isCapitalLetter(twoBefore)
      ? SMALL_AFTER_CAPITALS
      : 0;
  if (!follows) return CAPITAL_AT_START;
  return isCapitalLetter(before) ? CAPITAL_IN_CAPITALS : CAPITAL_AFTER_SMALL;
}

/** Cyrillic words hold no Latin letters; accented Latin letters mostly stand beside plain ones. */
function neighbourScore(before: string, after: string, script: Script): number {
  const besideAscii = isAsciiLetter(before) || isAsciiLetter(after);
  const isLatin = script === 'western' || script === 'central';
  return besideAscii === isLatin ? 0 : OTHER_SCRIPT_BESIDE;
}

function pairScore(before: string, letter: string): number {
  if (SIGNS.includes(letter)) {
    return !isLetter(before) || VOWELS.includes(before) ? IMPOSSIBLE_PAIR : 0;
  }
  return letter === 'й' && CONSONANTS.includes(before) ? IMPOSSIBLE_PAIR : 0;
}

function isApostrophe(character: string): boolean {
  return character === '’' || character === '‘' || character === '\u00ad' || character === '·';
}

function isLetter(character: string): boolean {
  return character.toLowerCase() !== character.toUpperCase();
}

function isCapitalLetter(character: string): boolean {
  return isLetter(character) && character !== character.toLowerCase();
}

function isAsciiLetter(character: string): boolean {
  return character < '\u0080' && isLetter(character);
}
