import { ArrowLeft, Share, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { LabelIcon } from '../../components/label-icon.tsx';
import type { AnyLabel } from '../../stores/labels.ts';
import { chooseLabel, SECTION_OF, showDialog } from '../../stores/view.ts';
import { CaseFieldsEditor } from './case-fields-editor.tsx';
import { EventFieldsEditor } from './event-fields-editor.tsx';
import { ExcerptList } from './excerpt-list.tsx';
import { TagFieldsEditor } from './tag-fields-editor.tsx';
import styles from './labels.module.css';

/** The one page of a case, an event or a tag: its fields, then its passages. */
export function LabelPage({ any }: { any: AnyLabel }) {
  const { t } = useTranslation('labels');
  const { kind, label } = any;
  const section = SECTION_OF[kind] as 'cases' | 'events' | 'tags';
  return (
    <article className={styles['page-pane']} aria-label={t(`kind-${kind}`)}>
      <header className={styles['page-bar']}>
        <Button look="quiet" className={styles['back']} onClick={() => chooseLabel(kind, null)}>
          <ArrowLeft size={16} aria-hidden />
          {t(`all-${section}`)}
        </Button>
        <span className={styles['kind']}>
          <LabelIcon kind={kind} />
          {t(`kind-${kind}`)}
        </span>
        <IconButton
          icon={Share}
          label={t('export')}
          disabled={label.passages === 0}
          onClick={() => showDialog({ kind: 'export', selection: { kind, id: label.id } })}
        />
        <IconButton
          icon={Trash2}
          label={t('delete')}
          onClick={() => showDialog({ kind: 'delete', of: kind, id: label.id })}
        />
      </header>
      <div className={styles['page']}>
        <Fields key={`${kind}-${label.id}`} any={any} />
        <ExcerptList kind={kind} id={label.id} />
      </div>
    </article>
  );
}

function Fields({ any }: { any: AnyLabel }) {
  switch (any.kind) {
    case 'case':
      return <CaseFieldsEditor entry={any.label} />;
    case 'event':
      return <EventFieldsEditor event={any.label} />;
    case 'tag':
      return <TagFieldsEditor tag={any.label} />;
  }
}
