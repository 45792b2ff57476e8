import { FileText, Pencil, ScrollText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SourceDocument } from '../../../shared/domain/source-document.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { stateWords } from './document-words.ts';
import { DocumentTitleInput } from './document-title-input.tsx';
import { formatDay, formatNumber } from './format.ts';
import styles from './library.module.css';

interface DocumentRowProps {
  readonly document: SourceDocument;
  readonly index: number;
  /** CSS pixels from the top of the list. */
  readonly offset: number;
  readonly height: number;
  /** The keys are on it. */
  readonly active: boolean;
  /** It is open in the reader. */
  readonly open: boolean;
  readonly renaming: boolean;
  readonly onOpen: () => void;
  readonly onRename: () => void;
  readonly onRenamed: () => void;
}

export function DocumentRow(props: DocumentRowProps) {
  const { document } = props;
  const { t, i18n } = useTranslation(['library', 'common']);
  const Icon = document.kind === 'pdf' ? FileText : ScrollText;
  const state = stateWords(document.state, t);
  const ready = document.state.kind === 'imported';
  const facts = [
    document.fileName,
    t('pages', { ns: 'common', count: document.pages }),
    document.passages > 0 ? t('passages', { ns: 'common', count: document.passages }) : '',
  ];
  return (
    <div
      id={`document-${document.id}`}
      role="row"
      aria-rowindex={props.index + 2}
      aria-selected={props.open}
      className={styles['row']}
      data-active={props.active || undefined}
      style={{ height: props.height, transform: `translateY(${props.offset}px)` }}
      onClick={props.onOpen}
    >
      <div role="gridcell" data-column="title" title={namesOf(document, ready ? '' : state, t)}>
        <Icon size={18} strokeWidth={1.6} aria-hidden />
        {props.renaming ? (
          <DocumentTitleInput document={document} onDone={props.onRenamed} />
        ) : (
          <span className={styles['names']}>
            <span className={styles['title']} dir="auto">
              {document.title}
            </span>
            <span className={styles['wide-facts']} dir="auto">
              {document.fileName}
            </span>
            <span className={styles['narrow-facts']} data-state={document.state.kind} dir="auto">
              {ready ? facts.filter(Boolean).join(' · ') : state}
            </span>
          </span>
        )}
        {!props.renaming && (
          <IconButton
            icon={Pencil}
            label={t('rename')}
            hint={`${t('rename')} (F2)`}
            tabIndex={-1}
            onClick={(event) => {
              event.stopPropagation();
              props.onRename();
            }}
          />
        )}
      </div>
      <div role="gridcell" data-column="kind">
        {t(`kind-${document.kind}`)}
      </div>
      <div role="gridcell" data-column="pages">
        {formatNumber(document.pages, i18n.language)}
      </div>
      <div role="gridcell" data-column="passages">
        {document.passages > 0 ? formatNumber(document.passages, i18n.language) : ''}
      </div>
      <div role="gridcell" data-column="state" data-state={document.state.kind} title={state}>
        {state}
      </div>
      <div role="gridcell" data-column="imported">
        {formatDay(document.importedAt, i18n.language)}
      </div>
    </div>
  );
}

function namesOf(
  document: SourceDocument,
  problem: string,
  t: ReturnType<typeof useTranslation<'library'>>['t'],
): string {
  const { title, fileName, aliases } = document;
  const also = aliases.length > 0 ? t('also-named', { names: aliases.join(', ') }) : '';
  return [title, fileName, also, problem].filter(Boolean).join('\n');
}
