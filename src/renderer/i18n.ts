/** The one i18n instance of the interface; components use `useTranslation`, everything else `i18n.getFixedT`. */
import { setI18n } from 'react-i18next';
import type { Failure } from '../shared/failure.ts';
import { createI18n, failureText } from '../shared/i18n/index.ts';

export const i18n = createI18n();
setI18n(i18n);

/** The sentence a person reads for a failure. */
export function wordsOf(failure: Failure): string {
  return failureText(i18n, failure);
}
