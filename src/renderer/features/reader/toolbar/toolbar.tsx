import { Expand, Minus, MoveHorizontal, PanelRight, Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SourceDocument } from '../../../../shared/domain/source-document.ts';
import { ActionIconButton } from '../../../components/action-button.tsx';
import { IconButton } from '../../../components/icon-button.tsx';
import { useAction } from '../../../actions/use-action.ts';
import { closeReader, useView } from '../../../stores/view.ts';
import { usePane } from '../panes/pane.ts';
import { useReader } from '../reader-store.ts';
import { HitTools } from './hit-tools.tsx';
import { PageField } from './page-field.tsx';
import styles from './toolbar.module.css';

export function Toolbar({ document }: { document: SourceDocument | null }) {
  const { t } = useTranslation('reader');
  const pane = usePane();
  const surface = useReader((slice) => slice.surface);
  return (
    <div className={styles['toolbar']} role="toolbar" aria-label={t('toolbar')}>
      <h2 className={styles['title']} dir="auto" title={document?.fileName}>
        {document?.title}
      </h2>
      {surface !== null && document !== null && (
        <>
          <HitTools />
          <PageField total={document.pages} />
          <ZoomTools />
        </>
      )}
      <div className={styles['group']}>
        <AloneButton />
        <PanelButton />
        <IconButton icon={X} label={t('close')} onClick={() => closeReader(pane.name)} />
      </div>
    </div>
  );
}

function ZoomTools() {
  const { t } = useTranslation('reader');
  const zoom = useReader((slice) => slice.zoom);
  const fitted = useReader((slice) => slice.fitted);
  const fitWidth = useReader((slice) => slice.surface?.fitWidth ?? null);
  const reset = useAction('view.zoom-reset');
  return (
    <div className={styles['group']}>
      <ActionIconButton action="view.zoom-out" icon={Minus} />
      <button type="button" className={styles['zoom']} title={reset.hint} onClick={reset.run}>
        {t('zoom', { percent: Math.round(zoom * 100) })}
      </button>
      <ActionIconButton action="view.zoom-in" icon={Plus} />
      {fitWidth !== null && (
        <IconButton
          icon={MoveHorizontal}
          label={t('fit-width')}
          aria-pressed={fitted}
          onClick={fitWidth}
        />
      )}
    </div>
  );
}

function AloneButton() {
  const alone = useView((view) => view.readerAlone);
  const { label, hint, run } = useAction('view.reader-alone');
  return <IconButton icon={Expand} label={label} hint={hint} aria-pressed={alone} onClick={run} />;
}

function PanelButton() {
  const { t } = useTranslation('reader');
  const hidden = useReader((slice) => slice.panel === 'hidden');
  return (
    <IconButton
      icon={PanelRight}
      label={t(hidden ? 'show-panel' : 'hide-panel')}
      aria-pressed={!hidden}
      onClick={() => useReader.setState({ panel: hidden ? 'passages' : 'hidden' })}
    />
  );
}
