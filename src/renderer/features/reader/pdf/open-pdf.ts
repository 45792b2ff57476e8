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

type Named = Pick<SourceDocument, 'id' | 'pages'>;

interface Ahead extends Named {
  readonly pdf: CagedDocument;
  readonly described: ReturnType<CagedDocument['describe']>;
}

/** A document that was begun to be opened and is not on the screen yet. */
let ahead: Ahead | null = null;

/** Begins to open a PDF while its passages and its place are still asked for; `openPdf` goes on with it. */
export function openAhead(document: Named): void {
  dropAhead();
  const { id, pages } = document;
  const pdf = newPdf(document);
  const described = pdf.describe();
  // Whoever takes it hears of the failure.
  described.catch(() => undefined);
  ahead = { id, pages, pdf, described };
}

/** Closes what was opened ahead and is not wanted after all. */
export function dropAhead(): void {
  ahead?.pdf.close();
  ahead = null;
}

function takeAhead({ id, pages }: Named): Ahead | null {
  if (ahead?.id !== id || ahead.pages !== pages) return null;
  const taken = ahead;
  ahead = null;
  return taken;
}

function newPdf({ id, pages }: Named): CagedDocument {
  return new CagedDocument({ documentId: id, pages, openCage: () => openCage(id) });
}

/** The document and its cage are closed when the signal aborts. @throws CageError; the signal's reason. */
export async function openPdf(document: Named, signal: AbortSignal): Promise<OpenPdf> {
  signal.throwIfAborted();
  const begun = takeAhead(document);
  const pdf = begun?.pdf ?? newPdf(document);
  signal.addEventListener('abort', () => pdf.close(), { once: true });
  const { labels } = await (begun?.described ?? pdf.describe());
  signal.throwIfAborted();
  return { pdf, labels: labels?.length === document.pages ? labels : null };
}

async function openCage(documentId: number): Promise<Cage> {
  const outcome = await openCagePort(documentId);
  if (!outcome.ok) throw new CageError('gone');
  const { cage, port } = outcome.value;
  return createCage(port, () => void closeCagePort(cage));
}
