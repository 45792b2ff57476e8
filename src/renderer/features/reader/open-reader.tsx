import { useEffect } from 'react';
import { FileLock2, FileWarning, ScanText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SourceDocument } from '../../../shared/domain/source-document.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { PdfPasswordField } from '../../components/pdf-password-field.tsx';
import { useView } from '../../stores/view.ts';
import { FindBar } from './find/find-bar.tsx';
import { AllFindMarks } from './find/find-marks.tsx';
import { CaretBar } from './caret/caret-bar.tsx';
import { useCaretKeys } from './caret/use-caret-keys.ts';
import { BoundsHandles } from './marks/bounds-handles.tsx';
import { HoverList } from './marks/hover-list.tsx';
import { useCurrentPassage } from './marks/use-current-passage.ts';
import { OverlapMenu } from './marks/overlap-menu.tsx';
import { AllPageMarks } from './marks/page-marks.tsx';
import { usePassagePicking } from './marks/use-passage-picking.ts';
import type { PageSource } from './page-source.ts';
import { Panel } from './panel/panel.tsx';
import { PdfView } from './pdf/pdf-view.tsx';
import { usePane } from './panes/pane.ts';
import { watchPlace } from './panes/reading-place.ts';
import { useReader } from './reader-store.ts';
import { RegionTool } from './region/region-tool.tsx';
import { Sidebar } from './sidebar/sidebar.tsx';
import { SelectionBar } from './selection/selection-bar.tsx';
import { useSelectedWords } from './selection/use-selected-words.ts';
import { showTarget } from './show-target.ts';
import { TextView } from './text/text-view.tsx';
import './marks/marks.css';
import styles from './reader.module.css';

interface OpenReaderProps {
  readonly document: SourceDocument;
  readonly source: PageSource;
}

export function OpenReader({ document, source }: OpenReaderProps) {
  const panel = useReader((slice) => slice.panel);
  return (
    <div className={styles['body']}>
      <Sidebar />
      <div className={styles['desk']}>
        <DocumentView document={document} source={source} />
      </div>
      {panel !== 'hidden' && <Panel document={document} />}
    </div>
  );
}

function DocumentView({ document, source }: OpenReaderProps) {
  const { t } = useTranslation('reader');
  const { t: reasons } = useTranslation('unreadable');
  const { state } = document;
  switch (state.kind) {
    case 'password-needed':
      return (
        <EmptyState
          icon={FileLock2}
          title={t('password-needed')}
          acts={<PdfPasswordField key={document.id} documentId={document.id} />}
        >
          {t('password-needed-text')}
        </EmptyState>
      );
    case 'unreadable':
      return (
        <EmptyState icon={FileWarning} title={t('unreadable')}>
          {t('unreadable-text', { reason: reasons(state.reason) })}
        </EmptyState>
      );
    case 'needs-ocr':
      return (
        <>
          <p className={styles['banner']}>
            <ScanText size={15} aria-hidden /> {t('needs-ocr', { count: state.pagesWithoutText })}
          </p>
          <Pages document={document} source={source} />
        </>
      );
    case 'imported':
      return <Pages document={document} source={source} />;
  }
}

function Pages({ document, source }: OpenReaderProps) {
  const pane = usePane();
  const place = useView((view) => view.places[pane.name]);
  const ready = useReader((slice) => slice.surface !== null);
  const { overlap, closeOverlap, hoverAt } = usePassagePicking();
  useCaretKeys();
  useCurrentPassage();
  useSelectedWords(pane, document.id, source);

  useEffect(() => {
    if (ready && place?.documentId === document.id) showTarget(pane, place);
  }, [ready, pane, place, document.id]);

  const { id, kind } = document;
  useEffect(() => (ready ? watchPlace(pane, { id, kind }) : undefined), [ready, pane, id, kind]);

  const View = document.kind === 'pdf' ? PdfView : TextView;
  return (
    <div className={styles['pages']}>
      <View document={document} source={source} />
      <AllPageMarks />
      <AllFindMarks />
      <FindBar />
      <RegionTool />
      <SelectionBar />
      <BoundsHandles />
      <CaretBar />
      {overlap === null && <HoverList at={hoverAt} />}
      {overlap !== null && <OverlapMenu overlap={overlap} onClose={closeOverlap} />}
    </div>
  );
}
