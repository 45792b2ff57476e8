import type { TFunction } from 'i18next';
import { assertNever } from '../../../shared/assert-never.ts';
import type { SourceDocument } from '../../../shared/domain/source-document.ts';
import { i18n } from '../../i18n.ts';

/** Where a document stands, in words, with the reason. */
export function stateWords(
  { state, pagesGarbled, pagesWithoutText }: SourceDocument,
  t: TFunction<'library'>,
): string {
  switch (state.kind) {
    case 'imported':
      if (pagesGarbled > 0) return t('state-garbled', { count: pagesGarbled });
      return pagesWithoutText > 0
        ? t('state-some-without-text', { count: pagesWithoutText })
        : t('state-imported');
    case 'password-needed':
      return t('state-password-needed');
    case 'needs-ocr':
      return t('state-needs-ocr', { count: state.pagesWithoutText });
    case 'unreadable':
      return t('state-unreadable', { reason: i18n.t(state.reason, { ns: 'unreadable' }) });
    default:
      return assertNever(state);
  }
}

/** How the state is coloured: what needs attention stands out. */
export function stateTone(document: SourceDocument): string {
  return document.state.kind === 'imported' && document.pagesGarbled > 0
    ? 'needs-ocr'
    : document.state.kind;
}

/** Name of a language in the language of the interface. */
export function languageWords(code: string, language: string): string {
  if (code === '') return '';
  return new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code;
}
