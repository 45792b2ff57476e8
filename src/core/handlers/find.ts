/** «Find in document»: over the stored text of its pages, a block at a time, so that the interface can begin to show. */
import { MOST_FOUND_AT_ONCE } from '../../shared/domain/find.ts';
import { findInText, findPattern } from '../../shared/find/find-in-text.ts';
import { fail } from '../../shared/failure.ts';
import { getPages } from '../library/queries/document.ts';
import type { Handler } from './handler.ts';

/** A block of long pages is looked through in some milliseconds. */
const MOST_PAGES = 50;

export const findHandlers: { 'document.find': Handler<'document.find'> } = {
  'document.find': ({ library }, { documentId, text, from, to, ...options }) => {
    if (to - from >= MOST_PAGES) throw fail({ kind: 'invalid-request' });
    const pattern = findPattern(text, options);
    if (pattern === null) return [];
    let left = MOST_FOUND_AT_ONCE;
    return getPages(library.database, documentId, from, to).flatMap((page) => {
      const marks = findInText(pattern, page.text, left);
      left -= marks.length;
      return marks.length === 0 ? [] : [{ page: page.number, marks }];
    });
  },
};
