import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LabelKind } from '../../../shared/domain/label.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FilterField } from '../../components/filter-field.tsx';
import { LabelIcon } from '../../components/label-icon.tsx';
import { ListPane } from '../../components/list-pane.tsx';
import { findLabel, useLabels } from '../../stores/labels.ts';
import { SECTION_OF, useView } from '../../stores/view.ts';
import { createLabel } from './create-label.ts';
import { NewLabelField } from './new-label-field.tsx';
import { LabelList } from './label-list.tsx';
import { LabelPage } from './label-page.tsx';
import { labelRows } from './label-rows.ts';
import styles from './labels.module.css';

/** Cases, events or tags: the list, and the page of the one that is chosen. */
export function LabelSection({ kind }: { kind: LabelKind }) {
  const { book, loaded } = useLabels();
  const chosenId = useView((view) => view.chosen[kind]);
  const chosen = chosenId === null ? undefined : findLabel(book, { kind, id: chosenId });
  if (!loaded) return null;
  return (
    <div className={styles['section']} data-chosen={chosen !== undefined || undefined}>
      <LabelListPane kind={kind} />
      {chosen ? <LabelPage key={chosen.label.id} any={chosen} /> : <NothingChosen kind={kind} />}
    </div>
  );
}

function LabelListPane({ kind }: { kind: LabelKind }) {
  const { t, i18n } = useTranslation('labels');
  const book = useLabels((slice) => slice.book);
  const [filter, setFilter] = useState('');
  const [creating, setCreating] = useState(false);
  const rows = useMemo(
    () => labelRows(book, kind, filter, new Intl.Collator(i18n.language, { numeric: true })),
    [book, kind, filter, i18n.language],
  );
  const section = SECTION_OF[kind] as 'cases' | 'events' | 'tags';
  const empty = rows.length === 0;
  const name = filter.trim();
  return (
    <div className={styles['list-pane']}>
      <ListPane
        title={t(section)}
        aside={
          <Button onClick={() => setCreating(true)}>
            <Plus size={16} aria-hidden />
            {t(`new-${kind}`)}
          </Button>
        }
        tools={<FilterField label={t(`filter-${section}`)} value={filter} onChange={setFilter} />}
      >
        {creating && <NewLabelField kind={kind} onDone={() => setCreating(false)} />}
        {!empty && <LabelList kind={kind} rows={rows} filter={filter} />}
        {empty && name === '' && !creating && (
          <EmptyState
            title={t(`empty-${section}`)}
            acts={<Button onClick={() => setCreating(true)}>{t(`new-${kind}`)}</Button>}
          >
            {t(`empty-${section}-hint`)}
          </EmptyState>
        )}
        {empty && name !== '' && (
          <EmptyState
            acts={
              <Button
                onClick={() => void createLabel(kind, name).then((ok) => ok && setFilter(''))}
              >
                <LabelIcon kind={kind} />
                {t('create', { name })}
              </Button>
            }
          >
            {t('no-match', { filter: name })}
          </EmptyState>
        )}
      </ListPane>
    </div>
  );
}

function NothingChosen({ kind }: { kind: LabelKind }) {
  const { t } = useTranslation('labels');
  return (
    <div className={styles['page-pane']} data-empty>
      <EmptyState>{t(`choose-${kind}`)}</EmptyState>
    </div>
  );
}
