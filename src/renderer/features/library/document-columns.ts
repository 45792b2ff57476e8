import type { TFunction } from 'i18next';
import type { DocumentColumn, SourceDocument } from '../../../shared/domain/source-document.ts';
import { edtfWords } from '../labels/edtf-words.ts';
import { i18n } from '../../i18n.ts';
import { languageWords, stateWords } from './document-words.ts';
import { formatDay, formatNumber } from './format.ts';

/** Width of each column of the list, as a CSS grid track. */
export const COLUMN_WIDTHS: Readonly<Record<DocumentColumn, string>> = {
  title: 'minmax(220px, 1fr)',
  authors: 'minmax(0, 180px)',
  publisher: 'minmax(0, 150px)',
  date: '128px',
  language: '96px',
  reference: '110px',
  reliability: '120px',
  sourceUrl: 'minmax(0, 180px)',
  note: 'minmax(0, 220px)',
  kind: '84px',
  pages: '56px',
  passages: '72px',
  state: 'minmax(64px, 200px)',
  imported: '104px',
};

/** What a column but the title says of a document. */
export function columnWords(
  column: Exclude<DocumentColumn, 'title'>,
  document: SourceDocument,
  t: TFunction<'library'>,
): string {
  const { language } = i18n;
  switch (column) {
    case 'authors':
      return document.authors.replaceAll('\n', '; ');
    case 'publisher':
    case 'reference':
    case 'sourceUrl':
      return document[column];
    case 'note':
      return document.note.replaceAll(/\s+/gu, ' ');
    case 'date':
      return shortDate(document.date, language);
    case 'language':
      return languageWords(document.language, language);
    case 'reliability':
      return document.reliability === 'unknown' ? '' : t(`reliability-${document.reliability}`);
    case 'kind':
      return t(`format-${document.format}`);
    case 'pages':
      return formatNumber(document.pages, language);
    case 'passages':
      return document.passages > 0 ? formatNumber(document.passages, language) : '';
    case 'state':
      return stateWords(document, t);
    case 'imported':
      return formatDay(document.importedAt, language);
  }
}

/** A plain day or month as short as the language writes it, with its sign of doubt; everything else in words. */
function shortDate(date: string, language: string): string {
  const groups = /^(?<day>\d{4}-\d{2}-\d{2})(?<sign>[?~%]?)$/u.exec(date)?.groups;
  if (!groups) return edtfWords(date, i18n.getFixedT(null, 'labels'), language) ?? date;
  const day = new Date(`${groups['day']}T00:00:00Z`);
  const words = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  return words.format(day) + (groups['sign'] ?? '');
}
