/**
 * Words that say nothing about a page. Kept short: unlike Lunr's lists they hold no word that is also a name, a month
 * or a noun (May, Will, год, человек). Folded (ё is е); one set for all languages, because a query's language is unknown.
 */
const ENGLISH =
  "a about after all also am an and any are as at be because been before being but by could did do does for from had has have he her hers him his how i if in into is it its me more my no nor not of on or our she should so some such than that the their them then there these they this those to too was we were what when where which while who whom why with would you your it's don't";
const RUSSIAN =
  'а без более бы был была были было быть в вам вас весь во вот все всего всех вы где да для до его ее если есть еще же за и из или им их к как ко когда кто ли либо мне мы на над не него нее нет ни них но ну о об однако он она они оно от очень по под при с со так также такой там те тем то того тоже той только том ты у уже хотя чего чей чем что чтобы эта эти это этого этой этом этот эту я';
const BELARUSIAN =
  'або аб ад але б без быў была былі было быць быццам вы вас вам гэта гэтага гэтай гэты гэтыя да для дзе ды ен ж з за і ім із іх калі каля каб што як які якая якія якое мы мне над нас не ні нават наш па пад праз пра пры са сваю свой свае сябе так таксама такі там тая той толькі ты тым тых тыя у ўжо ужо ў усе ўсе усё ўсё хто ці яго яе яна яны яно яму ей я';
const UKRAINIAN =
  'але або без був була були було бути в вам вас ви від він вона вони воно все всі де для до же з за зі і й із його її їх їй їм інші коли ми на над не нас нам ні ну о по під при про та так також такий там те ти тим то той тому у хто це цей ця ці чи чого що щоб як яка який які я є';

const STOP_WORDS = new Set(
  [ENGLISH, RUSSIAN, BELARUSIAN, UKRAINIAN].flatMap((list) => list.replaceAll('ё', 'е').split(' ')),
);

/** @param folded a word as `foldWord` answers it. */
export function isStopWord(folded: string): boolean {
  return STOP_WORDS.has(folded);
}
