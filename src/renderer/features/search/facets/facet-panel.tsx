import { useTranslation } from 'react-i18next';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useSearchFacets, openFacets } from '../../../stores/search-facets.ts';
import { focusSearch } from '../focus-search.ts';
import { DaysHistogram } from './days-histogram.tsx';
import { FacetValues } from './facet-values.tsx';
import styles from './facets.module.css';

/** One exists while something is searched; its first choice takes the focus by the action «Filters». */
export const FACET_PANEL_ID = 'search-filters';

/** What the pages found can be narrowed to, with how many documents each choice leaves. */
export function FacetPanel() {
  const { t } = useTranslation('search');
  const { facets, isOpen } = useSearchFacets();
  const panel = useRef<HTMLElement>(null);
  /** The choice that the keys are on. */
  const held = useRef<string | null>(null);
  useEffect(() => {
    // A choice that moved or went with the new numbers took the focus with it.
    if (held.current !== null && document.activeElement === document.body) {
      focusChoice(panel.current, held.current);
    }
  }, [facets]);
  if (facets === null) return null;
  return (
    <aside
      ref={panel}
      onFocus={({ target }) => (held.current = target.dataset['choice'] ?? null)}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget !== null) held.current = null;
      }}
      id={FACET_PANEL_ID}
      className={styles['panel']}
      data-open={isOpen || undefined}
      aria-label={t('facets')}
      onKeyDown={moveOrLeave}
    >
      {facets.days.map((histogram) => (
        <DaysHistogram key={histogram.facet} histogram={histogram} />
      ))}
      {facets.groups.map((group) => (
        <FacetValues key={group.facet} group={group} />
      ))}
      {facets.days.length + facets.groups.length === 0 && <p>{t('facets-none')}</p>}
    </aside>
  );
}

/** Focuses a choice, the first one when it is not there any more. */
function focusChoice(panel: HTMLElement | null, choice: string): void {
  const choices = [
    ...(panel?.querySelectorAll<HTMLElement>('button:enabled:not([tabindex="-1"])') ?? []),
  ];
  (choices.find(({ dataset }) => dataset['choice'] === choice) ?? choices[0])?.focus();
}

/** Up and Down go from choice to choice, Escape back to the field. */
function moveOrLeave(event: KeyboardEvent<HTMLElement>): void {
  if (event.key === 'Escape') {
    openFacets(false);
    focusSearch();
    return;
  }
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const choices = [
    ...event.currentTarget.querySelectorAll<HTMLElement>('button:enabled:not([tabindex="-1"])'),
  ];
  const at = choices.findIndex((choice) => choice === document.activeElement);
  choices[at + step]?.focus();
  event.preventDefault();
}
