/**
 * What the letters of a passphrase say about the keyboard. It looks at what was typed and at nothing else: it must not tell
 * how near a wrong passphrase is, and it cannot.
 */

export type LayoutHint =
  /** Letters of two scripts stand in one word: the layout was changed in the middle of it. */
  | { kind: 'mixed' }
  /** Letters that a person who does not see them may not expect. */
  | { kind: 'script'; script: KeyboardScript }
  /** Latin letters that make no words: perhaps another layout was meant. */
  | { kind: 'latin-nonsense' };

export type KeyboardScript = 'cyrillic' | 'greek' | 'hebrew' | 'arabic' | 'georgian' | 'armenian';

const SCRIPTS: Readonly<Record<KeyboardScript | 'latin', RegExp>> = {
  latin: /\p{Script=Latin}/u,
  cyrillic: /\p{Script=Cyrillic}/u,
  greek: /\p{Script=Greek}/u,
  hebrew: /\p{Script=Hebrew}/u,
  arabic: /\p{Script=Arabic}/u,
  georgian: /\p{Script=Georgian}/u,
  armenian: /\p{Script=Armenian}/u,
};

/** Shorter pieces are initials, units and numbers, which make no words in any layout. */
const SHORTEST_WORD = 4;
/** Where ЙЦУКЕН has letters, QWERTY has these; between letters they do not stand in words. */
const LETTER_KEYS = /\p{Script=Latin}[[\];,.`{}:<>]+\p{Script=Latin}/u;
const VOWELS = /[aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿāēīōūąęėįųůőű]/iu;

/** null when the letters look as they should, or when there are none. */
export function layoutHintOf(typed: string): LayoutHint | null {
  const words = typed.split(/\s+/u).filter((word) => word !== '');
  if (words.some((word) => scriptsOf(word).length > 1)) return { kind: 'mixed' };
  const script = scriptsOf(typed).find((one) => one !== 'latin');
  if (script !== undefined) return { kind: 'script', script };
  const long = words.filter((word) => /\p{L}/u.test(word) && word.length >= SHORTEST_WORD);
  const nonsense = long.filter((word) => LETTER_KEYS.test(word) || !VOWELS.test(word));
  // One odd word of many is a choice; most of them odd is a layout.
  return nonsense.length > 0 && nonsense.length * 2 >= long.length
    ? { kind: 'latin-nonsense' }
    : null;
}

function scriptsOf(text: string): (KeyboardScript | 'latin')[] {
  return (Object.keys(SCRIPTS) as (KeyboardScript | 'latin')[]).filter((script) =>
    SCRIPTS[script].test(text),
  );
}
