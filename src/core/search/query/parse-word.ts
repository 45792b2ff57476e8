/** Reads one word of a query with Lunr's own parser: `field:`, `+`, `-`, `*`, `~1`, `^2`. */
import type { SearchNotice } from '../../../shared/domain/search.ts';
import { foldWord } from '../analysis/fold.ts';
import { wordsOf } from '../analysis/words.ts';
import { FIELDS } from '../fields.ts';
import { FACETS } from '../../../shared/search/facets.ts';
import { lunrParts, type LunrClause } from './lunr-parts.ts';
import { parsePlainWord } from './parse-plain-word.ts';
import type { Presence, QueryClause } from './parsed-query.ts';

export interface ParsedWord {
  readonly clauses: readonly QueryClause[];
  readonly notices: readonly SearchNotice[];
}

/** Lunr's automaton for three and more changes is too large to build, and finds everything. */
const MOST_CHANGES = 2;
const ALL_FIELDS = FIELDS.map((_, index) => index);
const OUTSIDE_PATTERN = /[^\p{L}\p{M}\p{N}*'’ʼ]/gv;
const FIELD_PREFIX = /^[+\-]?(?<field>[^:]*):(?<rest>.*)$/v;

export function parseWord(text: string): ParsedWord {
  const plain = parsePlainWord(text);
  if (plain !== undefined) return { clauses: [plain], notices: [] };
  const field = FIELD_PREFIX.exec(text)?.groups?.['field'];
  if (field !== undefined && !FIELDS.some((known) => known === field)) {
    const isName = /^\p{L}+$/v.test(field);
    return {
      clauses: plainWords(text),
      notices: isName ? [fieldNotice(field)] : [],
    };
  }
  try {
    return fromLunr(text, parseWithLunr(text));
  } catch {
    return { clauses: plainWords(text), notices: [{ kind: 'syntax', part: text }] };
  }
}

/** A facet comes here when nothing follows it: somebody is still typing. */
function fieldNotice(field: string): SearchNotice {
  const isFacet = FACETS.some((known) => known === field);
  return { kind: isFacet ? 'empty-facet' : 'unknown-field', part: field };
}

/** @throws lunr.QueryParseError when the word is not a clause of Lunr's language. */
function parseWithLunr(text: string): LunrClause[] {
  const query = new lunrParts.Query(FIELDS);
  return new lunrParts.QueryParser(text, query).parse().clauses;
}

function fromLunr(text: string, lunrClauses: readonly LunrClause[]): ParsedWord {
  const [first] = lunrClauses;
  if (first === undefined) return { clauses: [], notices: [] };
  const base = {
    presence: presenceOf(first),
    fields: first.fields.map((field) => FIELDS.indexOf(field)),
    boost: lunrClauses.reduce((most, clause) => Math.max(most, clause.boost), 0),
  };
  const loose = lunrClauses.find((clause) => !clause.usePipeline || clause.editDistance);
  if (loose === undefined) {
    const words = lunrClauses.flatMap((clause) =>
      wordsOf(asTyped(clause.term, text)).map((word) => word.text),
    );
    return { clauses: wordsClause(words, base), notices: [] };
  }
  const clauses: QueryClause[] = [];
  const notices: SearchNotice[] = [];
  for (const clause of lunrClauses) {
    const term = foldWord(clause.term.replaceAll(OUTSIDE_PATTERN, ''));
    const letters = term.replaceAll('*', '');
    if (letters === '') notices.push({ kind: 'syntax', part: text });
    else if (term !== letters) clauses.push({ ...base, kind: 'pattern', pattern: term });
    else if (clause.editDistance) {
      if (clause.editDistance > MOST_CHANGES) notices.push({ kind: 'syntax', part: text });
      const distance = Math.min(clause.editDistance, MOST_CHANGES);
      clauses.push({ ...base, kind: 'fuzzy', word: term, distance });
    } else clauses.push({ ...base, kind: 'word', word: term });
  }
  return { clauses, notices };
}

/** Lunr answers words in lower case; a name is shown to the person as it was typed. */
function asTyped(term: string, text: string): string {
  const start = text.toLowerCase().indexOf(term);
  const typed = text.slice(start, start + term.length);
  return start >= 0 && typed.toLowerCase() === term ? typed : term;
}

/** One word is a word; more (`well-known`, `04.08.2011`) stand together on the page and so make a phrase. */
export function wordsClause(
  words: readonly string[],
  base: Pick<QueryClause, 'presence' | 'fields' | 'boost'>,
): QueryClause[] {
  const [word] = words;
  if (word === undefined) return [];
  return [
    words.length === 1 ? { ...base, kind: 'word', word } : { ...base, kind: 'phrase', words },
  ];
}

function plainWords(text: string): QueryClause[] {
  const base = { presence: 'optional', fields: ALL_FIELDS, boost: 1 } as const;
  return wordsOf(text).map((word) => ({ ...base, kind: 'word', word: word.text }));
}

function presenceOf(clause: LunrClause): Presence {
  const { presence } = lunrParts.Query;
  if (clause.presence === presence.REQUIRED) return 'required';
  return clause.presence === presence.PROHIBITED ? 'prohibited' : 'optional';
}
