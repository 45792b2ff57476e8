import { useMemo, useState } from 'react';
import { SlidersHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PASSAGE_COLOURS, type Passage } from '../../../../shared/domain/passage.ts';
import { Button } from '../../../components/button.tsx';
import { FilterField } from '../../../components/filter-field.tsx';
import { IconButton } from '../../../components/icon-button.tsx';
import { Select } from '../../../components/input.tsx';
import { changeSettings, useSettings } from '../../../stores/settings.ts';
import { LABEL_KINDS } from '../../palette/palette-rows.ts';
import { usePane } from '../panes/pane.ts';
import { useReader } from '../reader-store.ts';
import {
  filterChoices,
  isFiltered,
  NO_FILTER,
  type LabelNames,
  type PassageFilter,
} from './filter-passages.ts';
import styles from './panel.module.css';

interface PassageFiltersProps {
  readonly passages: readonly Passage[];
  /** How many are left. */
  readonly shown: number;
  readonly names: LabelNames;
}

/** Narrows the list by words, and by what the passages are tied to. */
export function PassageFilters({ passages, shown, names }: PassageFiltersProps) {
  const { t, i18n } = useTranslation('reader');
  const { reader } = usePane();
  const filter = useReader((slice) => slice.filter);
  const chosen = isFiltered({ ...filter, text: '' });
  const [open, setOpen] = useState(chosen);
  const change = (changed: Partial<PassageFilter>): void =>
    reader.setState((slice) => ({ filter: { ...slice.filter, ...changed } }));
  const collator = useMemo(() => new Intl.Collator(i18n.language), [i18n.language]);
  const colours = PASSAGE_COLOURS.filter((each) => passages.some(({ colour }) => colour === each));
  const { t: labels } = useTranslation('labels');
  const byTag = useSettings(({ settings }) => settings?.colourByTag ?? false);
  return (
    <div className={styles['filter']}>
      <div className={styles['filter-row']}>
        <FilterField
          label={t('filter')}
          value={filter.text}
          onChange={(text) => change({ text })}
        />
        <IconButton
          icon={SlidersHorizontal}
          label={t('filters')}
          aria-expanded={open}
          aria-pressed={chosen}
          onClick={() => setOpen(!open)}
        />
      </div>
      {open && (
        <div className={styles['filters']}>
          {LABEL_KINDS.map((kind) => {
            const choices = filterChoices(passages, kind, names, collator);
            return (
              <label key={kind}>
                {t(`filter-by-${kind}`)}
                <Select
                  value={filter[kind] ?? ''}
                  disabled={choices.length === 0 && filter[kind] === null}
                  onChange={({ target }) =>
                    change({ [kind]: target.value === '' ? null : Number(target.value) })
                  }
                >
                  <option value="">{t('filter-any')}</option>
                  {choices.map(({ id, name, count }) => (
                    <option key={id} value={id}>
                      {t('filter-count', { name, count })}
                    </option>
                  ))}
                </Select>
              </label>
            );
          })}
          <label>
            {t('filter-by-colour')}
            <Select
              value={filter.colour ?? ''}
              onChange={({ target }) =>
                change({ colour: PASSAGE_COLOURS.find((each) => each === target.value) ?? null })
              }
            >
              <option value="">{t('filter-any')}</option>
              {colours.map((colour) => (
                <option key={colour} value={colour}>
                  {labels(`colour-${colour}`)}
                </option>
              ))}
            </Select>
          </label>
          <label className={styles['check']}>
            <input
              type="checkbox"
              checked={byTag}
              onChange={({ target }) => void changeSettings({ colourByTag: target.checked })}
            />
            {t('colour-by-tag')}
          </label>
        </div>
      )}
      {isFiltered(filter) && (
        <p className={styles['filter-row']} role="status">
          {t('shown-of', { shown, total: passages.length })}
          <Button look="quiet" onClick={() => reader.setState({ filter: NO_FILTER })}>
            {t('clear-filter')}
          </Button>
        </p>
      )}
    </div>
  );
}
