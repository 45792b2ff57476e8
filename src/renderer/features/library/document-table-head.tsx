import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DocumentColumn } from '../../../shared/domain/source-document.ts';
import type { DocumentOrder } from './order-documents.ts';
import styles from './library.module.css';

interface DocumentTableHeadProps {
  readonly columns: readonly DocumentColumn[];
  readonly order: DocumentOrder;
  readonly onOrder: (order: DocumentOrder) => void;
}

export function DocumentTableHead({ columns, order, onOrder }: DocumentTableHeadProps) {
  const { t } = useTranslation('library');
  const sort = (column: DocumentColumn): void =>
    onOrder({ column, descending: column === order.column && !order.descending });
  return (
    <div className={styles['head']} role="row">
      {columns.map((column) => {
        const sorted = column === order.column;
        const Arrow = order.descending ? ArrowDown : ArrowUp;
        return (
          <div
            key={column}
            role="columnheader"
            data-column={column}
            aria-sort={sorted ? (order.descending ? 'descending' : 'ascending') : 'none'}
          >
            <button type="button" onClick={() => sort(column)}>
              {t(`column-${column}`)}
              {sorted && <Arrow size={13} aria-hidden />}
            </button>
          </div>
        );
      })}
    </div>
  );
}
