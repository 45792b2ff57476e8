/** One item's characters, cleaned and normalised, each stretch still knowing where in the item it came from. */

/** A stretch of canonical text and the item characters it stands for. */
export interface Run {
  /** Canonical characters; one space for any stretch of white space. */
  readonly text: string;
  readonly kind: 'text' | 'space' | 'soft-hyphen';
  readonly sources: readonly ItemRange[];
  /** True when every UTF-16 unit of `text` stands for exactly one unit of its single source. */
  readonly linear: boolean;
}

/** UTF-16 units `from`..`to` (exclusive) of a text item's `str`. */
export interface ItemRange {
  readonly item: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Latin ligatures and Arabic and Hebrew presentation forms stand for letters a person types one by one. The forms that
 * would expand to a space and a mark (U+FC5E..FC63, U+FE70 and its like) stay as they are.
 */
const COMPATIBILITY_FORMS =
  '\\u00b5\\u037e\\u0eb3\\u2126\\ufb00-\\ufb06\\ufb20-\\ufb36\\ufb38-\\ufb3c\\ufb3e\\ufb40\\ufb41\\ufb43\\ufb44' +
  '\\ufb46-\\ufbb1\\ufbd3-\\ufc5d\\ufc64-\\ufd3d\\ufd50-\\ufdfb\\ufe71\\ufe77\\ufe79\\ufe7b\\ufe7d\\ufe80-\\ufefc';
const WHITE_SPACE = '\\t-\\r\\x85\\p{Zs}\\u2028\\u2029';
/** Controls, direction marks and fillers: nothing a person sees, searches or selects. Joiners (U+200C, U+200D) stay. */
const INVISIBLE =
  '\\x00-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\ufeff\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u115f\\u1160';
/** What can join with the character before it under NFC: marks, and the vowels and finals of Hangul. */
const COMBINING = '\\p{M}\\u1161-\\u11ff';

const PARTS = new RegExp(
  [
    `(?<space>[${WHITE_SPACE}]+)`,
    `(?<invisible>[${INVISIBLE}]+)`,
    '(?<soft>\\u00ad)',
    `(?<form>[${COMPATIBILITY_FORMS}][${COMBINING}]*)`,
    `(?<text>[^${WHITE_SPACE}${INVISIBLE}\\u00ad${COMPATIBILITY_FORMS}]+)`,
  ].join('|'),
  'gu',
);
const CLUSTERS = new RegExp(
  `[^${COMBINING}]?[${COMBINING}]+|[^${COMBINING}]+(?![${COMBINING}])`,
  'gu',
);
const LEADING_MARKS = new RegExp(`^[${COMBINING}]+`, 'u');
const LAST_CLUSTER = new RegExp(`[^${COMBINING}]?[${COMBINING}]*$`, 'u');

/** Splits one item's string into runs, in order. Invisible characters leave no run. */
export function cleanItem(str: string, item: number): Run[] {
  const runs: Run[] = [];
  for (const match of str.toWellFormed().matchAll(PARTS)) {
    const part = match[0];
    const source = { item, from: match.index, to: match.index + part.length };
    const groups = match.groups ?? {};
    if (groups['space'] !== undefined) {
      runs.push({ text: ' ', kind: 'space', sources: [source], linear: part.length === 1 });
    } else if (groups['soft'] !== undefined) {
      runs.push({ text: '\u00ad', kind: 'soft-hyphen', sources: [source], linear: true });
    } else if (groups['form'] !== undefined) {
      runs.push(normalised(part, part.normalize('NFKC'), [source]));
    } else if (groups['text'] !== undefined) {
      runs.push(...normaliseText(part, source));
    }
  }
  return runs;
}

/** Adds a run, composing combining marks at its start with the letter that ended the run before it. */
export function appendRun(runs: Run[], run: Run): void {
  const last = runs.at(-1);
  const marks = run.kind === 'text' ? LEADING_MARKS.exec(run.text)?.[0] : undefined;
  if (last?.kind !== 'text' || marks === undefined) {
    runs.push(run);
    return;
  }
  runs.pop();
  const [before, letter] = last.linear
    ? splitRun(last, LAST_CLUSTER.exec(last.text)?.index ?? 0)
    : [NOTHING, last];
  const [mark, rest] = run.linear ? splitRun(run, marks.length) : [run, NOTHING];
  const text = (letter.text + mark.text).normalize('NFC');
  const sources = [...letter.sources, ...mark.sources];
  if (before.text !== '') runs.push(before);
  runs.push({ text, kind: 'text', sources, linear: false });
  if (rest.text !== '') runs.push(rest);
}

const NOTHING: Run = { text: '', kind: 'text', sources: [], linear: true };

/** Cuts a run at a canonical offset; a run that is not linear stays whole, on the side of the letter or mark. */
function splitRun(run: Run, at: number): [Run, Run] {
  const [source] = run.sources;
  if (at === 0) return [NOTHING, run];
  if (at === run.text.length) return [run, NOTHING];
  if (!run.linear || source === undefined)
    return at * 2 < run.text.length ? [NOTHING, run] : [run, NOTHING];
  const cut = source.from + at;
  return [
    { ...run, text: run.text.slice(0, at), sources: [{ ...source, to: cut }] },
    { ...run, text: run.text.slice(at), sources: [{ ...source, from: cut }] },
  ];
}

/** The common case is text that is already NFC: one run. Else each letter with its marks becomes its own run. */
function normaliseText(part: string, source: ItemRange): Run[] {
  if (part.normalize('NFC') === part) return [normalised(part, part, [source])];
  return Array.from(part.matchAll(CLUSTERS), (match) => {
    const from = source.from + match.index;
    const range = { ...source, from, to: from + match[0].length };
    return normalised(match[0], match[0].normalize('NFC'), [range]);
  });
}

function normalised(raw: string, text: string, sources: readonly ItemRange[]): Run {
  return { text, kind: 'text', sources, linear: raw.length === text.length };
}
