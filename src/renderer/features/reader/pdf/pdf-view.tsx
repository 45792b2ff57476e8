import { useEffect, useRef, useState } from 'react';
import { FileWarning } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SourceDocument } from '../../../../shared/domain/source-document.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import type { PageSource } from '../page-source.ts';
import { useReader } from '../reader-store.ts';
import { openPdf } from './open-pdf.ts';
import { startStage, type PdfStage } from './pdf-stage.ts';
import { loadViewerLibrary } from './viewer-library.ts';
import './pdf-view.css';

/** A PDF, drawn by pdf.js' viewer. */
export function PdfView({ document, source }: { document: SourceDocument; source: PageSource }) {
  const { t } = useTranslation('reader');
  const container = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'opening' | 'open' | 'failed'>('opening');

  useEffect(() => {
    const element = container.current;
    if (element === null) return;
    const ending = new AbortController();
    const { signal } = ending;
    let stage: PdfStage | undefined;
    const open = async (): Promise<void> => {
      const library = await loadViewerLibrary();
      const opened = await openPdf(document.id, document.size, signal);
      const labels = await opened.pdf.getPageLabels().catch(() => null);
      signal.throwIfAborted();
      useReader.setState({ pageLabels: labels, zoom: 1, fitted: true });
      stage = startStage(library, element, opened, source, {
        onPage: (page) => useReader.setState({ page }),
        onZoom: (zoom, fitted) => useReader.setState({ zoom, fitted }),
        onFirstPage: () => {
          setState('open');
          useReader.setState({ surface: stage ?? null });
        },
      });
    };
    open().catch(() => {
      if (!signal.aborted) setState('failed');
    });
    return () => {
      useReader.setState({ surface: null });
      stage?.close();
      ending.abort();
      setState('opening');
    };
  }, [document.id, document.size, source]);

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
      {state === 'opening' && <p className="pdf-opening">{t('loading')}</p>}
      {state === 'failed' && <EmptyState icon={FileWarning} title={t('failed')} />}
    </>
  );
}
