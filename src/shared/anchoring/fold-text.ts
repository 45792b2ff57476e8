/** Text as tolerant matching compares it, with the way back to the original offsets. */

export interface FoldedText {
  readonly text: string;
  /** For each folded unit the UTF-16 offset of the original where it begins. */
  readonly starts: Int32Array;
  /** For each folded unit the original offset where it ends. */
  readonly ends: Int32Array;
}

/**
 * White space of any length is one space; a hyphen inside a word counts for nothing, with or without a line end after it;
 * quotation marks, apostrophes and dashes are of one kind each. Words that are apart stay apart.
 */
const FOLDED =
  /(?<space>\s+)|(?<=\p{L})(?<hyphen>[-\u2010\u2011\u00ad]\n?)(?=\p{L})|(?<quote>[«»„“”])|(?<apostrophe>[’‘ʼ`])|(?<dash>[\u2010-\u2015\u2212])/gu;

export function foldText(text: string): FoldedText {
  const parts: string[] = [];
  const starts = new Int32Array(text.length);
  const ends = new Int32Array(text.length);
  let length = 0;
  let done = 0;
  const keepUntil = (end: number): void => {
    parts.push(text.slice(done, end));
    for (; done < end; done += 1, length += 1) {
      starts[length] = done;
      ends[length] = done + 1;
    }
  };
  for (const match of text.matchAll(FOLDED)) {
    keepUntil(match.index);
    done = match.index + match[0].length;
    const replacement = replacementOf(match.groups ?? {});
    if (replacement === '') continue;
    parts.push(replacement);
    starts[length] = match.index;
    ends[length] = done;
    length += 1;
  }
  keepUntil(text.length);
  return { text: parts.join(''), starts, ends };
}

function replacementOf(groups: Record<string, string | undefined>): string {
  if (groups['space'] !== undefined) return ' ';
  if (groups['hyphen'] !== undefined) return '';
  if (groups['quote'] !== undefined) return '"';
  return groups['apostrophe'] === undefined ? '-' : "'";
}
