/** Names of months as they stand in dates, in the languages reports are written in. */

/** January first; of each, all forms and short forms, without the dot. */
const NAMES = [
  'january jan янв студз січ январь января январе студзень студзеня студня студзені січень січня січні januar jänner janvier enero styczeń stycznia styczniu',
  'february feb фев лют февраль февраля феврале люты лютага лютым лютий лютого лютому februar février fevrier febrero luty lutego lutym',
  'march mar сак берез март марта марте сакавік сакавіка сакавіку березень березня березні märz mars marzo marzec marca marcu',
  'april apr апр крас квіт апрель апреля апреле красавік красавіка красавіку квітень квітня квітні avril abril kwiecień kwietnia kwietniu',
  'may май мая мае маі травень траўня траўні травня травні mai mayo maj maja maju',
  'june jun июн чэрв черв июнь июня июне чэрвень чэрвеня чэрвня чэрвені червень червня червні juni juin junio czerwiec czerwca czerwcu',
  'july jul июл ліп лип июль июля июле ліпень ліпеня ліпені липень липня липні juli juillet julio lipiec lipca lipcu',
  'august aug авг жн серп август августа августе жнівень жніўня жніўні серпень серпня серпні août aout agosto sierpień sierpnia sierpniu',
  'september sept sep сен сент вер верес сентябрь сентября сентябре верасень верасня верасьня верасні верасьні вересень вересня вересні septembre septiembre setiembre wrzesień września wrześniu',
  'october oct окт кастр жовт okt октябрь октября октябре кастрычнік кастрычніка кастрычніку жовтень жовтня жовтні oktober octobre octubre październik października październiku',
  'november nov ноя нояб ліст листоп ноябрь ноября ноябре лістапад лістапада лістападзе листопад листопада листопаді novembre noviembre listopad listopada listopadzie',
  'december dec дек снеж груд dez декабрь декабря декабре снежань сьнежань снежня сьнежня снежні сьнежні грудень грудня грудні dezember décembre decembre diciembre grudzień grudnia grudniu',
];

const MONTHS = new Map(
  NAMES.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);
/** Other words too when they are written small. */
const ONLY_CAPITALISED = new Set(['may', 'march', 'mar', 'dec', 'sep']);

/** 1 to 12; undefined when the word is no month. */
export function monthNamed(word: string): number | undefined {
  const lower = word.toLowerCase();
  if (word === lower && ONLY_CAPITALISED.has(lower)) return undefined;
  return MONTHS.get(lower.normalize('NFC'));
}
