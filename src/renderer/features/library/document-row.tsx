import { FileText, Pencil, ScrollText, Trash2 } from 'lucide-react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentColumn, SourceDocument } from '../../../shared/domain/source-document.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { columnWords } from './document-columns.ts';
import { stateTone, stateWords } from './document-words.ts';
import { DocumentTitleInput } from './document-title-input.tsx';
import styles from './library.module.css';

interface DocumentRowProps {
  readonly document: SourceDocument;
  readonly columns: readonly DocumentColumn[];
  readonly index: number;
  /** CSS pixels from the top of the list. */
  readonly offset: number;
  readonly height: number;
  /** The keys are on it. */
  readonly active: boolean;
  /** It is open in the reader. */
  readonly open: boolean;
  readonly renaming: boolean;
  /** @param beside in the other pane of the reader */
  readonly onOpen: (beside: boolean) => void;
  readonly onRename: () => void;
  readonly onRenamed: () => void;
  readonly onDelete: () => void;
}

export function DocumentRow(props: DocumentRowProps) {
  const { document, columns } = props;
  const { t } = useTranslation(['library', 'common']);
  return (
    <div
      id={`document-${document.id}`}
      role="row"
      aria-rowindex={props.index + 2}
      aria-selected={props.open}
      className={styles['row']}
      data-active={props.active || undefined}
      style={{ height: props.height, transform: `translateY(${props.offset}px)` }}
      onClick={(event) => props.onOpen(event.ctrlKey || event.metaKey)}
    >
      <TitleCell {...props} />
      {columns.map((column) => {
        if (column === 'title') return null;
        const words = columnWords(column, document, t);
        return (
          <div
            key={column}
            role="gridcell"
            data-column={column}
            data-state={column === 'state' ? stateTone(document) : undefined}
            title={words}
            dir="auto"
          >
            {words}
          </div>
        );
      })}
    </div>
  );
}

function TitleCell({ document, renaming, onRename, onRenamed, onDelete }: DocumentRowProps) {
  const { t } = useTranslation(['library', 'common']);
  const Icon = document.kind === 'pdf' ? FileText : ScrollText;
  const state = stateWords(document, t);
  const ready = stateTone(document) === 'imported';
  const facts = [
    document.fileName,
    t('pages', { ns: 'common', count: document.pages }),
    document.passages > 0 ? t('passages', { ns: 'common', count: document.passages }) : '',
  ];
  const alone = (act: () => void) => (event: MouseEvent) => {
    event.stopPropagation();
    act();
  };
  return (
    <div role="gridcell" data-column="title" title={namesOf(document, ready ? '' : state, t)}>
      <Icon size={18} strokeWidth={1.6} aria-hidden />
      {renaming ? (
        <DocumentTitleInput document={document} onDone={onRenamed} />
      ) : (
        <span className={styles['names']}>
          <span className={styles['title']} dir="auto">
            {document.title}
          </span>
          <span className={styles['wide-facts']} dir="auto">
            {document.fileName}
          </span>
          <span className={styles['narrow-facts']} data-state={stateTone(document)} dir="auto">
            {ready ? facts.filter(Boolean).join(' · ') : state}
          </span>
        </span>
      )}
      {!renaming && (
        <span className={styles['acts']}>
          <IconButton
            icon={Pencil}
            label={t('rename')}
            hint={`${t('rename')} (F2)`}
            tabIndex={-1}
            onClick={alone(onRename)}
          />
          <IconButton
            icon={Trash2}
            label={t('delete-document')}
            tabIndex={-1}
            onClick={alone(onDelete)}
          />
        </span>
      )}
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
