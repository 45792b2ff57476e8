import { useEffect, useRef, useState } from 'react';
import { FileWarning } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SourceDocument } from '../../../../shared/domain/source-document.ts';
import { Button } from '../../../components/button.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import type { PageSource } from '../page-source.ts';
import { usePane } from '../panes/pane.ts';
import { problemOf, type CageProblem } from './cage/cage-error.ts';
import { keepZoom, keptZoom } from './kept-zoom.ts';
import { openPdf } from './open-pdf.ts';
import { PageTroubles } from './page-troubles.tsx';
import { startStage, type PageTrouble, type PdfStage } from './pdf-stage.ts';
import { loadViewerLibrary } from './viewer-library.ts';
import './pdf-view.css';

type Opening = { kind: 'opening' } | { kind: 'open' } | { kind: 'failed'; problem: CageProblem };

/** A PDF: laid out by pdf.js' viewer, drawn in a cage. */
export function PdfView({ document, source }: { document: SourceDocument; source: PageSource }) {
  const { t } = useTranslation('reader');
  const pane = usePane();
  const container = useRef<HTMLDivElement>(null);
  const stage = useRef<PdfStage>(null);
  const [state, setState] = useState<Opening>({ kind: 'opening' });
  const [troubles, setTroubles] = useState<readonly PageTrouble[]>([]);
  const [attempt, setAttempt] = useState(0);
  const { id, pages } = document;

  useEffect(() => {
    const element = container.current;
    if (element === null) return;
    const { reader } = pane;
    const ending = new AbortController();
    const { signal } = ending;
    const open = async (): Promise<void> => {
      const library = await loadViewerLibrary();
      const { pdf, labels } = await openPdf({ id, pages }, signal);
      const { opening, rotation: turned } = reader.getState();
      const left = opening.kind === 'open' ? opening.left : null;
      const rotation = left?.rotation ?? turned;
      const leftZoom = keptZoom(id);
      reader.setState({ pageLabels: labels, ...leftZoom, rotation });
      stage.current = startStage(
        { library, container: element, pdf, source, pane, rotation, leftZoom },
        {
          onPage: (page) => reader.setState({ page }),
          onZoom: (zoom, fit) => {
            keepZoom(id, { zoom, fit });
            reader.setState({ zoom, fit });
          },
          onTurn: (rotation) => reader.setState({ rotation, region: null }),
          onFirstPage: () => {
            setState({ kind: 'open' });
            reader.setState({ surface: stage.current });
          },
          onTroubles: setTroubles,
        },
      );
    };
    open().catch((error: unknown) => {
      if (!signal.aborted) setState({ kind: 'failed', problem: problemOf(error) });
    });
    return () => {
      reader.setState({ surface: null });
      stage.current?.close();
      stage.current = null;
      ending.abort();
      setTroubles([]);
      setState({ kind: 'opening' });
    };
  }, [id, pages, source, pane, attempt]);

  return (
    <>
      <div
        ref={container}
        className="pdf-scroller"
        role="region"
        aria-label={t('pages')}
        tabIndex={0}
        data-reading-view="pdf"
      >
        <div className="pdfViewer" />
      </div>
      <PageTroubles troubles={troubles} onRetry={(page) => void stage.current?.retry(page)} />
      {state.kind === 'opening' && <p className="pdf-opening">{t('loading')}</p>}
      {state.kind === 'failed' && (
        <EmptyState
          icon={FileWarning}
          title={t('failed')}
          acts={<Button onClick={() => setAttempt(attempt + 1)}>{t('try-again')}</Button>}
        >
          {t(`trouble-${state.problem}`)}
        </EmptyState>
      )}
    </>
  );
}
