import type { TFunction } from 'i18next';
import { assertNever } from '../../../../shared/assert-never.ts';
import type { FacetGroup, FacetValue } from '../../../../shared/domain/facets.ts';
import type { DocumentFormat, Reliability } from '../../../../shared/domain/source-document.ts';
import { languageWords } from '../../library/document-words.ts';

/** What a value of a facet is called. */
export function valueWords(
  facet: FacetGroup['facet'],
  { name }: FacetValue,
  t: TFunction<['search', 'library']>,
  language: string,
): string {
  switch (facet) {
    case 'kind':
      return t(`library:format-${name as DocumentFormat}`, { defaultValue: name });
    case 'reliability':
      return t(`library:reliability-${name as Reliability}`, { defaultValue: name });
    case 'lang':
      return name === 'other' ? t('facet-lang-other') : knownLanguage(name, language);
    case 'tag':
    case 'case':
    case 'event':
    case 'source':
      return name;
    default:
      return assertNever(facet);
  }
}

/** What was typed after `lang:` may be no language. */
function knownLanguage(code: string, language: string): string {
  return /^[a-z]{2,3}$/u.test(code) ? languageWords(code, language) : code;
}
