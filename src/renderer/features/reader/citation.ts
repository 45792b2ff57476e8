/** A quote with where it is from, as it goes to the clipboard. */
import type { i18n } from 'i18next';

export interface Citation {
  readonly quote: string;
  readonly title: string;
  readonly fileName: string;
  /** Labels of the first and the last page. */
  readonly from: string;
  readonly to: string;
}

/** Line ends inside the quote become spaces; the file name is left out where it is the title. */
export function citationOf(words: i18n, { quote, title, fileName, from, to }: Citation): string {
  const t = words.getFixedT(null, 'reader');
  return t(title === fileName ? 'citation-file' : 'citation', {
    quote: quote.replace(/\s+/gu, ' ').trim(),
    title,
    file: fileName,
    pages: from === to ? t('citation-page', { page: from }) : t('citation-pages', { from, to }),
  });
}
