import { Highlighter } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { LabelKind } from '../../../shared/domain/label.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { useAsked } from '../../components/use-asked.ts';
import { excerptRevision, useChanges } from '../../stores/changes.ts';
import { ExcerptCard } from './excerpt-card.tsx';
import { groupBySource } from './group-excerpts.ts';
import styles from './labels.module.css';

/** The passages of a label, grouped by the source that tells them. */
export function ExcerptList({ kind, id }: { kind: LabelKind; id: number }) {
  const { t } = useTranslation(['labels', 'common']);
  const revision = useChanges(excerptRevision);
  const excerpts = useAsked('excerpt.list', { selection: { kind, id } }, revision);
  if (excerpts === null) return null;
  if (excerpts.length === 0) {
    return (
      <EmptyState icon={Highlighter} title={t('no-passages')}>
        {t('no-passages-hint')}
      </EmptyState>
    );
  }
  const sources = groupBySource(excerpts);
  return (
    <section className={styles['excerpts']} aria-label={t('passages')}>
      <h2>
        {t('passages', { ns: 'common', count: excerpts.length })}
        <span>{t('sources', { count: sources.length })}</span>
      </h2>
      {sources.map((source) => (
        <section key={source.documentId} aria-label={source.title}>
          <h3 dir="auto" title={source.fileName}>
            {source.title}
          </h3>
          <ul>
            {source.excerpts.map((excerpt) => (
              <li key={excerpt.passageId}>
                <ExcerptCard excerpt={excerpt} of={{ kind, id }} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
