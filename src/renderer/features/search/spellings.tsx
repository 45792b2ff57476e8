import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FoundSpellings, SpellingChoice } from '../../../shared/domain/search.ts';
import { Button } from '../../components/button.tsx';
import { chooseSpellings } from '../../stores/search.ts';
import styles from './search.module.css';

interface SpellingsProps {
  readonly found: readonly FoundSpellings[];
  /** With which the answer was asked. */
  readonly choice: SpellingChoice;
}

/** In which other spellings names were found; each can be left out, and all of them. */
export function Spellings({ found, choice }: SpellingsProps) {
  const { t } = useTranslation('search');
  const { withoutSpellings: out } = choice;
  if (!choice.spellings) {
    return (
      <p className={styles['spellings']}>
        {t('spellings-are-off')}
        <Button look="quiet" onClick={() => chooseSpellings({ ...choice, spellings: true })}>
          {t('spellings-on')}
        </Button>
      </p>
    );
  }
  if (found.length === 0 && out.length === 0) return null;
  return (
    <div className={styles['spellings']}>
      {found.map(({ word, variants }) => (
        <p key={word}>
          <span dir="auto">{t('also-spelled', { word })}</span>
          {variants.map((spelling) => (
            <button
              key={spelling}
              type="button"
              className={styles['spelling']}
              aria-label={t('leave-spelling-out', { spelling })}
              title={t('leave-spelling-out', { spelling })}
              onClick={() => chooseSpellings({ ...choice, withoutSpellings: [...out, spelling] })}
            >
              <span dir="auto">{spelling}</span>
              <X size={12} aria-hidden />
            </button>
          ))}
        </p>
      ))}
      {out.length > 0 && (
        <p>
          {t('spellings-left-out')}
          {out.map((spelling) => (
            <button
              key={spelling}
              type="button"
              className={styles['spelling']}
              data-out
              aria-label={t('take-spelling-back', { spelling })}
              title={t('take-spelling-back', { spelling })}
              onClick={() =>
                chooseSpellings({
                  ...choice,
                  withoutSpellings: out.filter((other) => other !== spelling),
                })
              }
            >
              <span dir="auto">{spelling}</span>
              <Plus size={12} aria-hidden />
            </button>
          ))}
        </p>
      )}
      <Button look="quiet" onClick={() => chooseSpellings({ ...choice, spellings: false })}>
        {t('spellings-off')}
      </Button>
    </div>
  );
}
