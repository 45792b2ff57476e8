/**
 * A light stemmer for Belarusian, for which there is none: the longest known ending is cut when a stem is left. It joins the
 * cases of a noun, adjective or surname; it does not follow changes inside the stem (рука, руцэ).
 */
const FEWEST_LETTERS_LEFT = 3;
const VOWEL = /[аеіоуыэюяиїє]/v;

const ENDINGS = new Set(
  (
    'ага яга ога ому аму яму ымі імі ыя ія ая яя ую юю ае яе ое ых іх ым ім ай яй ой ей ою аю яю ею ы і ' +
    'амі ямі ам ям ах ях аў яў оў еў ом ем а я у ю е э о ь й ' +
    'аць яць іць ыць уць юць еце ет аеш ае аюць яюць уе уюць ала алі аў ала ало іла ілі іў іло ыла ылі ыў ыло ' +
    'ацца яцца іцца ыцца уцца юцца аўся алася аліся іўся ілася іліся ць ці ў ла лі ло ' +
    'асць асці асцю насць насці насцю ыі ыю ыяй ый ыям ыямі ыях іі ію іяй ій іям іямі іях ' +
    'анне ання анню аннем анні анняў анням аннямі аннях енне ення енню еннем енні енняў енням еннямі еннях ' +
    'энне эння энню эннем энні энняў энням эннямі эннях ння нню ннем нні ннямі'
  ).split(' '),
);
const LONGEST = Math.max(...[...ENDINGS].map((ending) => ending.length));

/** @param word folded. */
export function stemBelarusian(word: string): string {
  const most = Math.min(LONGEST, word.length - FEWEST_LETTERS_LEFT);
  for (let length = most; length > 0; length -= 1) {
    const stem = word.slice(0, -length);
    if (ENDINGS.has(word.slice(-length)) && VOWEL.test(stem)) return stem;
  }
  return word;
}
