/** Cuts a query into words, quoted phrases and the operators AND, OR, NOT. */
import { FIELDS } from '../fields.ts';
import { FACETS } from '../../../shared/search/facets.ts';

export type QueryPiece =
  | { kind: 'word'; text: string }
  /** `prefix` is what stands before the quote: `+`, `-`, `field:` or both. */
  | { kind: 'phrase'; prefix: string; text: string; boost: number }
  | { kind: 'operator'; operator: 'AND' | 'OR' | 'NOT' };

const PHRASE = /([+\-]?(?:\p{L}+:\s*)?)["“”„«]([^"“”„«»]*)["“”»](?:\^(\d+))?/vy;
const SPACE = /\s+/vy;
const WORD = /[^\s"“”„«»]+/vy;
const OPEN_PREFIX = new RegExp(`^[+\\-]?(?:${[...FIELDS, ...FACETS].join('|')}):$`, 'v');
const OPERATOR = /^(?:AND|OR|NOT)$/v;

/** Quotes that are not closed are left out; the words after them stay words. `unclosed` is the first of them. */
export function scanQuery(query: string): { pieces: QueryPiece[]; unclosed: string | undefined } {
  const pieces: QueryPiece[] = [];
  let unclosed: string | undefined;
  let position = 0;
  while (position < query.length) {
    const space = matchAt(SPACE, query, position);
    if (space) {
      position += space[0].length;
      continue;
    }
    const phrase = matchAt(PHRASE, query, position);
    if (phrase) {
      const [, prefix = '', text = '', boost = '1'] = phrase;
      pieces.push({ kind: 'phrase', prefix: prefix.trimEnd(), text, boost: Number(boost) });
      position += phrase[0].length;
      continue;
    }
    const word = matchAt(WORD, query, position);
    if (word) {
      pieces.push(readWord(word[0], pieces.at(-1)));
      if (pieces.at(-1)?.kind === 'word' && isOpenPrefix(pieces.at(-2))) joinLastTwo(pieces);
      position += word[0].length;
      continue;
    }
    unclosed ??= query.charAt(position);
    position += 1;
  }
  return { pieces, unclosed };
}

function matchAt(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(text);
}

function readWord(text: string, before: QueryPiece | undefined): QueryPiece {
  if (OPERATOR.test(text) && !isOpenPrefix(before)) {
    return { kind: 'operator', operator: text as 'AND' | 'OR' | 'NOT' };
  }
  return { kind: 'word', text };
}

/** `title: word` is read as `title:word`, as Lunr does. */
function isOpenPrefix(piece: QueryPiece | undefined): boolean {
  return piece?.kind === 'word' && OPEN_PREFIX.test(piece.text);
}

function joinLastTwo(pieces: QueryPiece[]): void {
  const last = pieces.pop();
  const before = pieces.pop();
  if (last?.kind === 'word' && before?.kind === 'word') {
    pieces.push({ kind: 'word', text: before.text + last.text });
  }
}
