/** Fills the reader from the library process. */
import type { SourceDocument } from '../../../shared/domain/source-document.ts';
import { call } from '../../api.ts';
import { useDocuments } from '../../stores/documents.ts';
import { showFailure } from '../../stores/notices.ts';
import { createPageSource, type PageSource } from './page-source.ts';
import { ALL_PANES, type ReaderPane } from './panes/pane.ts';
import { dropAhead, openAhead } from './pdf/open-pdf.ts';
import { openDocument } from './reader-slice.ts';
import { forgetReveal } from './reveal.ts';
import { compareStretches } from './stretch.ts';

/** Opens a document, unless it is open already. The document asked for last wins. */
export async function openInReader(pane: ReaderPane, documentId: number): Promise<void> {
  const { reader } = pane;
  const { opening, panel, colour, sidebar } = reader.getState();
  if (opening.kind === 'open' && opening.document.id === documentId) return;
  if (opening.kind === 'loading' && opening.documentId === documentId) return;
  forgetReveal(pane);
  reader.setState({
    ...reader.getInitialState(),
    panel,
    colour,
    sidebar,
    opening: { kind: 'loading', documentId },
  });
  beginPages(documentId);
  const [document, passages, left] = await Promise.all([
    call('document.get', { documentId }),
    call('passage.list', { documentId }),
    call('reading.get', { documentId }),
  ]);
  const now = reader.getState().opening;
  if (now.kind !== 'loading' || now.documentId !== documentId) return;
  if (!document.ok) {
    reader.setState({ opening: { kind: 'failed', documentId, failure: document.failure } });
    return;
  }
  if (!passages.ok) showFailure(passages.failure);
  const source = sourceOf(document.value);
  reader.setState({
    opening: {
      kind: 'open',
      document: document.value,
      source,
      left: left.ok ? left.value : null,
    },
    passages: passages.ok ? passages.value.toSorted(compareStretches) : [],
  });
}

function beginPages(documentId: number): void {
  const known = useDocuments.getState().byId.get(documentId);
  const hasPages = known?.state.kind === 'imported' || known?.state.kind === 'needs-ocr';
  if (known?.kind === 'pdf' && hasPages) openAhead(known);
  else dropAhead();
}

/** Asks again for the passages; called whenever the library says that they, or what they are tied to, changed. */
export async function reloadPassages(): Promise<void> {
  await Promise.all(ALL_PANES.map(reloadPassagesOf));
}

async function reloadPassagesOf({ reader }: ReaderPane): Promise<void> {
  const document = openDocument(reader.getState());
  if (document === null) return;
  const outcome = await call('passage.list', { documentId: document.id });
  if (openDocument(reader.getState())?.id !== document.id) return;
  if (!outcome.ok) return showFailure(outcome.failure);
  const passages = outcome.value.toSorted(compareStretches);
  const known = new Set(passages.map(({ id }) => id));
  reader.setState(({ selectedId, alsoSelected, caret }) => {
    const others = [...alsoSelected].filter((id) => known.has(id));
    const isGone = caret !== null && caret.boundsOf !== null && !known.has(caret.boundsOf);
    return {
      passages,
      selectedId: selectedId !== null && known.has(selectedId) ? selectedId : null,
      alsoSelected: new Set(others),
      caret: isGone ? null : caret,
    };
  });
}

/** Asks again for the document itself: its title or its aliases may be others now. */
export async function reloadDocument(): Promise<void> {
  await Promise.all(ALL_PANES.map(reloadDocumentOf));
}

async function reloadDocumentOf({ reader }: ReaderPane): Promise<void> {
  const document = openDocument(reader.getState());
  if (document === null) return;
  const outcome = await call('document.get', { documentId: document.id });
  if (!outcome.ok) return;
  reader.setState(({ opening }) =>
    opening.kind === 'open' && opening.document.id === document.id
      ? {
          opening: {
            ...opening,
            document: outcome.value,
            source: hasSameText(opening.document, outcome.value)
              ? opening.source
              : sourceOf(outcome.value),
          },
        }
      : {},
  );
}

function sourceOf({ id, pages }: SourceDocument): PageSource {
  return createPageSource(pages, (from, to) =>
    call('document.pages', { documentId: id, from, to }),
  );
}

/** A password or another encoding gives a document other pages. */
function hasSameText(one: SourceDocument, other: SourceDocument): boolean {
  return one.pages === other.pages && one.encoding === other.encoding;
}

export function closeInReader(pane: ReaderPane): void {
  dropAhead();
  forgetReveal(pane);
  const { panel, colour, sidebar } = pane.reader.getState();
  pane.reader.setState({ ...pane.reader.getInitialState(), panel, colour, sidebar });
}
