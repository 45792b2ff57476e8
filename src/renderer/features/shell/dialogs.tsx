import { DeleteLabelDialog } from '../labels/delete-label-dialog.tsx';
import { ColumnsDialog } from '../library/columns-dialog.tsx';
import { DeleteDocumentsDialog } from '../library/delete-documents-dialog.tsx';
import { ExportDialog } from '../exports/export-dialog.tsx';
import { ImportReportDialog } from '../jobs/import-report-dialog.tsx';
import { AddressDialog } from '../reader/pdf/links/address-dialog.tsx';
import { NameSearchDialog } from '../search/book/name-search-dialog.tsx';
import { BackupReportDialog } from '../vault/backup/backup-report-dialog.tsx';
import { SecurityDialog } from '../vault/security/security-dialog.tsx';
import { useJobs } from '../../stores/jobs.ts';
import { useView } from '../../stores/view.ts';

/** The one modal dialog that may be open. */
export function Dialogs() {
  const dialog = useView((view) => view.dialog);
  const reportOf = useJobs((jobs) => jobs.reportOf);
  if (reportOf !== null) return <ImportReportDialog batchId={reportOf} />;
  switch (dialog.kind) {
    case 'none':
      return null;
    case 'export':
      return <ExportDialog initial={dialog.selection} />;
    case 'delete-documents':
      return <DeleteDocumentsDialog ids={dialog.ids} />;
    case 'save-search':
      return <NameSearchDialog search={dialog.search} saved={null} />;
    case 'rename-search':
      return <NameSearchDialog saved={dialog.search} />;
    case 'document-columns':
      return <ColumnsDialog />;
    case 'delete':
      return <DeleteLabelDialog kind={dialog.of} id={dialog.id} />;
    case 'backup':
      return <BackupReportDialog report={dialog.report} />;
    case 'address':
      return <AddressDialog text={dialog.text} />;
    case 'security':
      return <SecurityDialog first={dialog.first} />;
  }
}
