import type { TFunction } from 'i18next';

/** Said in passing when there is no page of the number or label that was typed: which ones there are. Pure. */
export function noPageWords(
  t: TFunction<'reader'>,
  total: number,
  labels: readonly string[] | null,
): string {
  const [first, last] = [labels?.[0] ?? '', labels?.[total - 1] ?? ''];
  if (first === '' || last === '') return t('page-missing', { count: total });
  return t('page-missing-labelled', { count: total, first, last });
}
