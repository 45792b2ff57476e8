import type { TFunction } from 'i18next';
import { assertNever } from '../../../shared/assert-never.ts';
import type { DocumentState } from '../../../shared/domain/source-document.ts';
import { i18n } from '../../i18n.ts';

/** Where a document stands, in words, with the reason. */
export function stateWords(state: DocumentState, t: TFunction<'library'>): string {
  switch (state.kind) {
    case 'imported':
    case 'password-needed':
      return t(`state-${state.kind}`);
    case 'needs-ocr':
      return t('state-needs-ocr', { count: state.pagesWithoutText });
    case 'unreadable':
      return t('state-unreadable', { reason: i18n.t(state.reason, { ns: 'unreadable' }) });
    default:
      return assertNever(state);
  }
}
