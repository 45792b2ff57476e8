import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { DayBar } from '../../../../shared/domain/facets.ts';
import type { DayFacet } from '../../../../shared/search/facets.ts';
import { chooseFacet } from '../../../stores/search.ts';
import { barLetter, dayWords } from './day-words.ts';
import styles from './facets.module.css';

/** CSS pixels. */
const TALLEST = 54;

interface DayBarsProps {
  readonly facet: DayFacet;
  readonly bars: readonly DayBar[];
}

/** One row of bars: one stop for Tab, Left and Right go from bar to bar. */
export function DayBars({ facet, bars }: DayBarsProps) {
  const { t, i18n } = useTranslation('search');
  const [wanted, setWanted] = useState<string | null>(null);
  const usable = bars.filter(isUsable);
  const stop = (
    usable.find(({ value }) => value === wanted) ??
    usable.find(({ chosen }) => chosen !== 'no') ??
    usable[0]
  )?.value;
  const most = bars.reduce((top, { documents }) => Math.max(top, documents), 1);
  const first = bars[0]?.value ?? '';
  const last = bars.at(-1)?.value ?? '';
  const hasLetters = barLetter(first, i18n.language) !== '';
  return (
    <div className={styles['row']} onKeyDown={(event) => setWanted(moveAlong(event) ?? wanted)}>
      <div className={styles['bars']}>
        {bars.map((bar) => (
          <button
            key={bar.value}
            type="button"
            value={bar.value}
            data-choice={`${facet} ${bar.value}`}
            tabIndex={bar.value === stop ? 0 : -1}
            disabled={!isUsable(bar)}
            aria-pressed={bar.chosen !== 'no'}
            aria-label={t(`facet-value-${bar.chosen}`, {
              value: dayWords(bar.value, i18n.language),
              count: bar.documents,
            })}
            title={t('facet-bar', {
              value: dayWords(bar.value, i18n.language),
              count: bar.documents,
            })}
            className={styles['bar']}
            onClick={() => chooseFacet(facet, bar.value, bar.chosen)}
          >
            <span style={{ height: Math.round((bar.documents / most) * TALLEST) }} />
            {hasLetters && <small aria-hidden>{barLetter(bar.value, i18n.language)}</small>}
          </button>
        ))}
      </div>
      {!hasLetters && (
        <div className={styles['axis']} aria-hidden>
          <span>{first.slice(0, 4)}</span>
          {first !== last && <span>{last.slice(-4)}</span>}
        </div>
      )}
    </div>
  );
}

function isUsable({ documents, chosen }: DayBar): boolean {
  return documents > 0 || chosen !== 'no';
}

/** Moves the focus to the next bar that can be chosen and answers its value; null for another key. */
function moveAlong(event: KeyboardEvent<HTMLElement>): string | null {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return null;
  const bars = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button:enabled')];
  const at = bars.findIndex((bar) => bar === document.activeElement);
  const next = bars[at + step];
  event.preventDefault();
  next?.focus();
  return next?.value ?? null;
}
