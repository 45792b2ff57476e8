/** Facets in the text of a query: the typed text is the only place where they are chosen, by hand or by a click. */
import { FACETS, type Facet } from './facets.ts';
import { foldValue } from './fold-value.ts';

/** A facet as it stands in the text. */
interface FacetToken {
  readonly facet: Facet;
  readonly value: string;
  readonly excludes: boolean;
  /** UTF-16 units of the text, with an operator before it; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Phrases and words are matched too, so that a facet within quotes is none. */
const PIECE = new RegExp(
  `(?<operator>(?:(?:AND|OR|NOT)\\s+)*)(?<sign>[+\\-]?)(?<facet>${FACETS.join('|')}):\\s*` +
    `(?:["“”„«](?<quoted>[^"“”„«»]*)["“”»]|(?<plain>[^\\s"“”„«»]+))` +
    `|(?:[^\\s"“”„«»]*)["“”„«][^"“”„«»]*["“”»]|[^\\s"“”„«»]+`,
  'gv',
);

/** Adds a facet at the end of a query. */
export function withFacet(text: string, facet: Facet, value: string): string {
  const before = text.trimEnd();
  return `${before}${before === '' ? '' : ' '}${facet}:${quoted(value)}`;
}

/** Takes a facet out of a query, wherever it stands in it and however it is written. */
export function withoutFacet(text: string, facet: Facet, value: string): string {
  const folded = foldValue(value);
  return cut(
    text,
    tokensOf(text).filter((token) => token.facet === facet && foldValue(token.value) === folded),
  );
}

/** Puts one value in the place of all that a query keeps to of this facet. */
export function withOnlyFacet(text: string, facet: Facet, value: string): string {
  const others = tokensOf(text).filter((token) => token.facet === facet && !token.excludes);
  return withFacet(cut(text, others), facet, value);
}

function tokensOf(text: string): FacetToken[] {
  return [...text.matchAll(PIECE)].flatMap((match) => {
    const { operator = '', sign, facet: name, quoted: inQuotes, plain } = match.groups ?? {};
    const facet = FACETS.find((known) => known === name);
    if (facet === undefined) return [];
    return {
      facet,
      value: inQuotes ?? plain ?? '',
      excludes: sign === '-' || operator.includes('NOT'),
      start: match.index,
      end: match.index + match[0].length,
    };
  });
}

function cut(text: string, tokens: readonly FacetToken[]): string {
  let rest = text;
  for (const { start, end } of tokens.toReversed()) {
    rest = `${rest.slice(0, start).trimEnd()} ${rest.slice(end).trimStart()}`;
  }
  return tokens.length === 0 ? text : rest.trim();
}

/** Quotation marks cannot be quoted; values are compared without them. */
function quoted(value: string): string {
  return /^[\p{L}\p{N}.\-_]+$/v.test(value) ? value : `"${value.replaceAll(/["“”„«»]/gv, '')}"`;
}
