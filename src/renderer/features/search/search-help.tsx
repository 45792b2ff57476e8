import { useTranslation } from 'react-i18next';
import { typeSearch } from '../../stores/search.ts';
import { focusSearch } from './focus-search.ts';
import styles from './search.module.css';

const EXAMPLES = ['words', 'all', 'not', 'star', 'fuzzy', 'field', 'facet', 'mentions'] as const;

/** What can be written into the field; an example is tried by a click. */
export function SearchHelp() {
  const { t } = useTranslation('search');
  return (
    <section className={styles['help']} aria-label={t('help-title')}>
      <h2>{t('help-title')}</h2>
      <dl>
        {EXAMPLES.map((example) => (
          <div key={example}>
            <dt>
              <button
                type="button"
                onClick={() => {
                  typeSearch(t(`help-${example}`));
                  focusSearch();
                }}
              >
                {t(`help-${example}`)}
              </button>
            </dt>
            <dd>{t(`help-${example}-means`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
