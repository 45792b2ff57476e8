import {
  ArrowLeft,
  ArrowRight,
  Columns2,
  Expand,
  Images,
  ListTree,
  Minus,
  MoveHorizontal,
  PanelRight,
  Plus,
  RotateCw,
  Search,
  SquareDashedMousePointer,
  StretchHorizontal,
  X,
  type LucideIcon,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ActionId } from '../../../../shared/actions.ts';
import type { SourceDocument } from '../../../../shared/domain/source-document.ts';
import { ActionIconButton } from '../../../components/action-button.tsx';
import { classes } from '../../../components/classes.ts';
import { IconButton } from '../../../components/icon-button.tsx';
import { useAction } from '../../../actions/use-action.ts';
import { closeReader, isSplit, useView } from '../../../stores/view.ts';
import { usePane } from '../panes/pane.ts';
import { useReader } from '../reader-store.ts';
import { HitTools } from './hit-tools.tsx';
import { MoreMenu } from './more-menu.tsx';
import { PageField } from './page-field.tsx';
import { TextLookMenu } from './text-look-menu.tsx';
import { ZoomField } from './zoom-field.tsx';
import styles from './toolbar.module.css';

export function Toolbar({ document }: { document: SourceDocument | null }) {
  const { t } = useTranslation('reader');
  const pane = usePane();
  const surface = useReader((slice) => slice.surface);
  return (
    <div className={styles['toolbar']} role="toolbar" aria-label={t('toolbar')}>
      {surface !== null && surface.paper !== null && <SidebarTools />}
      <div className={classes(styles['group'], styles['hideable'])}>
        <ActionIconButton action="go.back" icon={ArrowLeft} />
        <ActionIconButton action="go.forward" icon={ArrowRight} />
      </div>
      <h2 className={styles['title']} dir="auto" title={document?.fileName}>
        {document?.title}
      </h2>
      {surface !== null && document !== null && (
        <>
          <HitTools />
          <div className={styles['find']}>
            <ActionIconButton action="edit.find-here" icon={Search} />
          </div>
          <PageField total={document.pages} />
          <ZoomTools />
          {surface.paper === null && <TextLookMenu />}
          <MoreMenu />
        </>
      )}
      <div className={styles['group']}>
        <div className={classes(styles['group'], styles['wide'])}>
          <SplitButton />
          <AloneButton />
        </div>
        <div className={classes(styles['group'], styles['hideable'])}>
          <PanelButton />
        </div>
        <IconButton icon={X} label={t('close')} onClick={() => closeReader(pane.name)} />
      </div>
    </div>
  );
}

/** What lies left of the pages. */
function SidebarTools() {
  const sidebar = useReader((slice) => slice.sidebar);
  return (
    <div className={classes(styles['group'], styles['zooms'])}>
      <PressedButton action="view.thumbnails" icon={Images} pressed={sidebar === 'thumbnails'} />
      <PressedButton action="view.outline" icon={ListTree} pressed={sidebar === 'outline'} />
    </div>
  );
}

function ZoomTools() {
  const fit = useReader((slice) => slice.fit);
  const isPaper = useReader((slice) => slice.surface?.paper !== null);
  return (
    <div className={classes(styles['group'], styles['zooms'])}>
      <ActionIconButton action="view.zoom-out" icon={Minus} />
      <ZoomField />
      <ActionIconButton action="view.zoom-in" icon={Plus} />
      {isPaper && (
        <div className={styles['fits']}>
          <PressedButton action="view.fit-width" icon={MoveHorizontal} pressed={fit === 'width'} />
          <PressedButton action="view.fit-page" icon={StretchHorizontal} pressed={fit === 'page'} />
          <ActionIconButton action="view.rotate-right" icon={RotateCw} />
          <RegionButton />
        </div>
      )}
    </div>
  );
}

function RegionButton() {
  const choosing = useReader((slice) => slice.region !== null);
  return <PressedButton action="view.region" icon={SquareDashedMousePointer} pressed={choosing} />;
}

interface PressedButtonProps {
  readonly action: ActionId;
  readonly icon: LucideIcon;
  readonly pressed: boolean;
}

function PressedButton({ action, icon, pressed }: PressedButtonProps) {
  const { label, hint, run } = useAction(action);
  return <IconButton icon={icon} label={label} hint={hint} aria-pressed={pressed} onClick={run} />;
}

function SplitButton() {
  const split = useView(isSplit);
  return <PressedButton action="view.split" icon={Columns2} pressed={split} />;
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
