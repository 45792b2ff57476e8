import { USUAL_COLUMNS, type DocumentColumn } from '../../../shared/domain/source-document.ts';
import { useSettings } from '../../stores/settings.ts';

/** The columns that the list of documents shows, as set for this library. */
export function useDocumentColumns(): readonly DocumentColumn[] {
  return useSettings((slice) => slice.settings?.documentColumns ?? USUAL_COLUMNS);
}
