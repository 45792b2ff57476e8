/** Reads a query. Never throws: what is not understood is read as plain words and told in `notices`. */
import type { SearchNotice } from '../../../shared/domain/search.ts';
import { wordsOf } from '../analysis/words.ts';
import { FIELDS } from '../fields.ts';
import { parseFacet, type FacetFilter } from '../facets/facet.ts';
import { parseWord, wordsClause, type ParsedWord } from './parse-word.ts';
import type { ParsedQuery, Presence, QueryClause } from './parsed-query.ts';
import { scanQuery, type QueryPiece } from './scan-query.ts';

const ALL_FIELDS = FIELDS.map((_, index) => index);
const LONE_SIGN = /^[+\-\u2010-\u2015*~\^:]+$/v;

export function parseQuery(query: string): ParsedQuery {
  const { pieces, unclosed } = scanQuery(query.normalize('NFC'));
  const notices: SearchNotice[] =
    unclosed === undefined ? [] : [{ kind: 'unclosed-quote', part: unclosed }];
  const groups: QueryClause[][] = [[]];
  const facets: FacetFilter[] = [];
  let joinsWithAnd = false;
  let negates = false;
  let expectsMore: string | null = null;
  for (const piece of pieces) {
    const group = groups.at(-1) ?? [];
    if (piece.kind === 'operator') {
      if (piece.operator === 'NOT') negates = true;
      else if (group.length === 0 && facets.length > 0) continue;
      else if (group.length === 0) notices.push({ kind: 'syntax', part: piece.operator });
      else if (piece.operator === 'OR') groups.push([]);
      else joinsWithAnd = true;
      expectsMore = piece.operator;
      continue;
    }
    const facet = facetOf(piece);
    if (facet !== undefined) {
      facets.push(negates ? { ...facet, excludes: true } : facet);
      joinsWithAnd = false;
      negates = false;
      expectsMore = null;
      continue;
    }
    const { clauses, notices: told } = parsePiece(piece);
    notices.push(...told);
    if (clauses.length === 0) continue;
    if (joinsWithAnd) requireLast(group);
    const presence: Presence | undefined = negates
      ? 'prohibited'
      : joinsWithAnd
        ? 'required'
        : undefined;
    group.push(...clauses.map((clause) => withPresence(clause, presence)));
    joinsWithAnd = false;
    negates = false;
    expectsMore = null;
  }
  if (expectsMore !== null) notices.push({ kind: 'syntax', part: expectsMore });
  if (wantsBrackets(pieces)) notices.push({ kind: 'syntax', part: '(' });
  const typed = query.normalize('NFC').trim();
  const isEmpty = facets.length === 0 && groups.every((group) => group.length === 0);
  if (isEmpty && notices.length === 0 && typed !== '') {
    notices.push({ kind: 'syntax', part: typed });
  }
  return { groups: groups.filter((group) => group.length > 0), facets, notices };
}

/** Brackets mean nothing here; between AND and OR somebody has counted on them. */
function wantsBrackets(pieces: readonly QueryPiece[]): boolean {
  const operators = new Set(
    pieces.map((piece) => (piece.kind === 'operator' ? piece.operator : '')),
  );
  return (
    operators.has('OR') &&
    (operators.has('AND') || operators.has('NOT')) &&
    pieces.some((piece) => piece.kind === 'word' && piece.text.startsWith('('))
  );
}

function facetOf(piece: Exclude<QueryPiece, { kind: 'operator' }>): FacetFilter | undefined {
  if (piece.kind === 'phrase') return parseFacet(piece.prefix + piece.text);
  return piece.text.includes(':') ? parseFacet(piece.text) : undefined;
}

function parsePiece(piece: Exclude<QueryPiece, { kind: 'operator' }>): ParsedWord {
  if (piece.kind === 'phrase') return parsePhrase(piece);
  if (LONE_SIGN.test(piece.text)) {
    return { clauses: [], notices: [{ kind: 'syntax', part: piece.text }] };
  }
  return parseWord(piece.text);
}

function parsePhrase({ prefix, text, boost }: Extract<QueryPiece, { kind: 'phrase' }>): ParsedWord {
  const words = wordsOf(text).map((word) => word.text);
  const name = prefix.replace(/^[+\-]/v, '').replace(/:$/v, '');
  const field = FIELDS.findIndex((known) => known === name);
  const presence = prefix.startsWith('+')
    ? 'required'
    : prefix.startsWith('-')
      ? 'prohibited'
      : 'optional';
  const fields = field >= 0 ? [field] : ALL_FIELDS;
  const clauses = wordsClause(words, { presence, fields, boost }).map((clause) =>
    clause.kind === 'word' ? { ...clause, exact: true as const } : clause,
  );
  if (name === '' || field >= 0) return { clauses, notices: [] };
  return {
    clauses: [...parseWord(name).clauses, ...clauses],
    notices: [{ kind: 'unknown-field', part: name }],
  };
}

function requireLast(group: QueryClause[]): void {
  const last = group.pop();
  if (last) group.push(withPresence(last, last.presence === 'optional' ? 'required' : undefined));
}

/** An explicit `-` is stronger than AND before it. */
function withPresence(clause: QueryClause, presence: Presence | undefined): QueryClause {
  if (presence === undefined || clause.presence === 'prohibited') return clause;
  return { ...clause, presence };
}
