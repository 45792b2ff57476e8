/** Where a passage is on one page of the screen. Pure. */
import { findQuote } from '../../../../shared/anchoring/find-quote.ts';
import { isRegion, type Passage } from '../../../../shared/domain/passage.ts';
import { translateStretch, type Translated } from '../drawn/translate-stretch.ts';
import { partOnPage } from '../stretch.ts';

/** A page as the library has it and as the screen has it. */
export interface PageTexts {
  readonly number: number;
  readonly stored: string;
  readonly screen: string;
}

type Placed = { kind: 'elsewhere' } | { kind: 'nowhere' } | ({ kind: 'placed' } & Translated);

/**
 * The part of a passage on a page, in offsets of the screen's text. The words decide: offsets whose words are not those
 * of the quote are looked up by the quote, and a passage whose words are not on the page is placed nowhere.
 */
export function placePassage(passage: Passage, page: PageTexts): Placed {
  const { start, end } = passage;
  if (isRegion(passage)) return { kind: 'elsewhere' };
  if (page.number < start.page || page.number > end.page) return { kind: 'elsewhere' };
  const part = partOnPage(passage, page.number, page.stored.length);
  const isInside = page.number > start.page && page.number < end.page;
  // A page without text in the middle of a passage is no loss.
  if (part === null && isInside) return { kind: 'elsewhere' };
  const isOnePage = start.page === end.page;
  const words = part === null ? null : page.stored.slice(part.start, part.end);
  const agrees =
    words !== null && (isOnePage ? words === passage.quote : belongs(words, passage, page.number));
  if (part !== null && agrees) {
    const found = translateStretch(page.stored, page.screen, part.start, part.end);
    return found === null ? { kind: 'nowhere' } : { kind: 'placed', ...found };
  }
  if (!isOnePage) return { kind: 'nowhere' };
  const { quote, prefix, suffix } = passage;
  const found = findQuote(page.screen, quote, { prefix, suffix, hint: passage.start.offset });
  if (found === undefined || found.others > 0) return { kind: 'nowhere' };
  return { kind: 'placed', start: found.start, end: found.end, exact: false };
}

/** Whether the words of one page are the ones the quote of a passage across pages has for it. */
function belongs(words: string, { quote, start, end }: Passage, page: number): boolean {
  if (page === start.page) return quote.startsWith(words);
  if (page === end.page) return quote.endsWith(words);
  return quote.includes(words);
}
