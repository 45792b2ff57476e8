/**
 * Light stemmers for Belarusian and Ukrainian, for which Lunr has none: the longest known ending is cut when a stem is
 * left. They join the cases of a noun, adjective or surname; they do not follow changes inside the stem (рука, руцэ).
 */
const FEWEST_LETTERS_LEFT = 3;
const VOWEL = /[аеіоуыэюяиїє]/v;

const BELARUSIAN = endings(
  'ага яга ога ому аму яму ымі імі ыя ія ая яя ую юю ае яе ое ых іх ым ім ай яй ой ей ою аю яю ею ы і ' +
    'амі ямі ам ям ах ях аў яў оў еў ом ем а я у ю е э о ь й ' +
    'аць яць іць ыць уць юць еце ет аеш ае аюць яюць уе уюць ала алі аў ала ало іла ілі іў іло ыла ылі ыў ыло ' +
    'ацца яцца іцца ыцца уцца юцца аўся алася аліся іўся ілася іліся ць ці ў ла лі ло ' +
    'асць асці насць насці ннямі ння нні ннем нню анне анні анню аннем енне енні енню еннем',
);
const UKRAINIAN = endings(
  'ого його ому йому ими їми ий ій їй ая яя а я ої єї ою єю ею ую юю у ю их їх им їм і ї е є и о ' +
    'ами ями ам ям ах ях ів їв ові еві єві ом ем єм ь й ' +
    'ати яти ити їти іти ути ює юють ює ає ають яють яє уть ють ать ять ить їть ав яв ив їв ала яла ила али яли или ало яло ило ' +
    'атися ятися итися ється ються уться аться яться вся лася лися лося ти в ла ли ло ' +
    'ість ості істю ння нню нням ннями енням анням',
);

export function stemBelarusian(word: string): string {
  return cut(word, BELARUSIAN);
}

export function stemUkrainian(word: string): string {
  return cut(word, UKRAINIAN);
}

interface Endings {
  readonly known: ReadonlySet<string>;
  readonly longest: number;
}

function endings(list: string): Endings {
  const known = new Set(list.replaceAll('ё', 'е').split(' '));
  return { known, longest: Math.max(...[...known].map((ending) => ending.length)) };
}

function cut(word: string, { known, longest }: Endings): string {
  const most = Math.min(longest, word.length - FEWEST_LETTERS_LEFT);
  for (let length = most; length > 0; length -= 1) {
    const stem = word.slice(0, -length);
    if (known.has(word.slice(-length)) && VOWEL.test(stem)) return stem;
  }
  return word;
}
