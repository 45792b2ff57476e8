/** A quote on one line; of a region the words for what it is. */
import { isRegion, type PassageAnchor } from '../../../shared/domain/passage.ts';
import { i18n } from '../../i18n.ts';

export function quoteWords(passage: Pick<PassageAnchor, 'quote'>): string {
  return isRegion(passage) ? i18n.t('reader:region') : passage.quote.replace(/\s+/gu, ' ');
}
