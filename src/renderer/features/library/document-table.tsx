import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentColumn, SourceDocument } from '../../../shared/domain/source-document.ts';
import { useMoving } from '../../components/use-moving.ts';
import { openFromList, openPlace, showDialog, useView } from '../../stores/view.ts';
import { COLUMN_WIDTHS } from './document-columns.ts';
import { DocumentRow } from './document-row.tsx';
import { DocumentTableHead } from './document-table-head.tsx';
import type { DocumentOrder } from './order-documents.ts';
import { useDocumentColumns } from './use-document-columns.ts';
import styles from './library.module.css';

interface DocumentTableProps {
  readonly documents: readonly SourceDocument[];
  /** What the documents were filtered by; another filter starts at the first row. */
  readonly filter: string;
  readonly order: DocumentOrder;
  readonly onOrder: (order: DocumentOrder) => void;
}

/** CSS pixels; title and file name on two lines. */
const ROW_HEIGHT = 50;

/** The list of documents: 10,000 rows, of which only those on the screen exist. */
export function DocumentTable({ documents, filter, order, onOrder }: DocumentTableProps) {
  const { t } = useTranslation('library');
  const scroller = useRef<HTMLDivElement>(null);
  const columns = useDocumentColumns();
  const open = useView((view) => openPlace(view)?.documentId ?? null);
  const [renaming, setRenaming] = useState<number | null>(null);
  const rows = useVirtualizer({
    count: documents.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
  });
  const ids = useMemo(() => documents.map(({ id }) => id), [documents]);
  const listKey = `${filter} ${order.column} ${order.descending}`;
  const moving = useMoving(ids, listKey, (index) => rows.scrollToIndex(index));
  const current = documents[moving.at];

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || moving.onKey(event) || current === undefined)
      return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      const beside = event.ctrlKey || event.metaKey;
      openFromList({ documentId: current.id, page: 1, resume: true }, beside);
    } else if (event.key === 'F2') {
      moving.moveTo(moving.at);
      setRenaming(current.id);
    } else if (event.key === 'Delete') {
      showDialog({ kind: 'delete-documents', ids: [current.id] });
    }
  };

  const finishRename = (): void => {
    setRenaming(null);
    scroller.current?.focus();
  };

  return (
    <div
      className={styles['table']}
      style={tracksOf(columns)}
      role="grid"
      aria-label={t('title')}
      aria-rowcount={documents.length + 1}
    >
      <DocumentTableHead columns={columns} order={order} onOrder={onOrder} />
      <div
        ref={scroller}
        className={styles['rows']}
        role="rowgroup"
        tabIndex={0}
        aria-label={t('title')}
        aria-activedescendant={current && `document-${current.id}`}
        onKeyDown={onKeyDown}
      >
        <div className={styles['all']} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map((row) => {
            const document = documents[row.index];
            if (document === undefined) return null;
            return (
              <DocumentRow
                key={document.id}
                document={document}
                columns={columns}
                index={row.index}
                offset={row.start}
                height={ROW_HEIGHT}
                active={row.index === moving.at}
                open={document.id === open}
                renaming={document.id === renaming}
                onRename={() => {
                  moving.moveTo(row.index);
                  setRenaming(document.id);
                }}
                onRenamed={finishRename}
                onDelete={() => showDialog({ kind: 'delete-documents', ids: [document.id] })}
                onOpen={(beside) => {
                  moving.moveTo(row.index);
                  openFromList({ documentId: document.id, page: 1, resume: true }, beside);
                }}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** The grid tracks of head and rows. */
function tracksOf(columns: readonly DocumentColumn[]): CSSProperties {
  const tracks = columns.map((column) => COLUMN_WIDTHS[column]).join(' ');
  return { '--tracks': tracks } as CSSProperties;
}
