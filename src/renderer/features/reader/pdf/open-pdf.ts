/** Opens an original in a cage; the interface itself never sees its bytes. */
import type { SourceDocument } from '../../../../shared/domain/source-document.ts';
import { closeCagePort, openCagePort } from '../../../cage-port.ts';
import { createCage, type Cage } from './cage/cage.ts';
import { CageError } from './cage/cage-error.ts';
import { CagedDocument } from './cage/caged-document.ts';

export interface OpenPdf {
  readonly pdf: CagedDocument;
  /** By index; null when they are just the numbers. */
  readonly labels: readonly string[] | null;
}

/** The document and its cage are closed when the signal aborts. @throws CageError; the signal's reason. */
export async function openPdf(
  { id, pages }: Pick<SourceDocument, 'id' | 'pages'>,
  signal: AbortSignal,
): Promise<OpenPdf> {
  signal.throwIfAborted();
  const pdf = new CagedDocument({ documentId: id, pages, openCage: () => openCage(id) });
  signal.addEventListener('abort', () => pdf.close(), { once: true });
  const { labels } = await pdf.describe();
  signal.throwIfAborted();
  return { pdf, labels: labels?.length === pages ? labels : null };
}

async function openCage(documentId: number): Promise<Cage> {
  const outcome = await openCagePort(documentId);
  if (!outcome.ok) throw new CageError('gone');
  const { cage, port } = outcome.value;
  return createCage(port, () => void closeCagePort(cage));
}
