/**
 * Reads the words most queries are made of: letters and digits, at most with a sign and a field before them. Lunr's parser,
 * which would answer the same, takes longer than all else of a short search.
 */
import { classOf, LETTER } from '../analysis/char-classes.ts';
import { FIELDS } from '../fields.ts';
import type { Presence, QueryClause } from './parsed-query.ts';

const ALL_FIELDS = FIELDS.map((_, index) => index);

/** @returns undefined when there is anything else in the text. */
export function parsePlainWord(text: string): QueryClause | undefined {
  const presence = presenceOf(text.charAt(0));
  const signed = presence === 'optional' ? 0 : 1;
  const colon = text.indexOf(':');
  const field = colon < 0 ? -1 : FIELDS.findIndex((name) => name === text.slice(signed, colon));
  if (colon >= 0 && field < 0) return undefined;
  const start = Math.max(signed, colon + 1);
  for (let at = start; at < text.length; at += 1) {
    if (classOf(text.charCodeAt(at)) !== LETTER) return undefined;
  }
  if (start === text.length) return undefined;
  const fields = field < 0 ? ALL_FIELDS : [field];
  return { kind: 'word', word: text.slice(start), presence, fields, boost: 1 };
}

function presenceOf(sign: string): Presence {
  if (sign === '+') return 'required';
  return sign === '-' ? 'prohibited' : 'optional';
}
