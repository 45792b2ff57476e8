import {
  ArrowLeft,
  ArrowRight,
  Columns2,
  Ellipsis,
  Expand,
  Images,
  ListTree,
  Minus,
  MoveHorizontal,
  PanelRight,
  Plus,
  RotateCcw,
  RotateCw,
  Search,
  SquareDashedMousePointer,
  StretchHorizontal,
  type LucideIcon,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ActionId } from '../../../../shared/actions.ts';
import { useAction } from '../../../actions/use-action.ts';
import { ActionIconButton } from '../../../components/action-button.tsx';
import { classes } from '../../../components/classes.ts';
import { useView } from '../../../stores/view.ts';
import { useReader } from '../reader-store.ts';
import { ToolMenu } from './tool-menu.tsx';
import { ZoomField } from './zoom-field.tsx';
import styles from './more-menu.module.css';

/**
 * What a narrow toolbar has no room for, so that a mouse finds it still. What is shown here is hidden there, by the width of the
 * reader: the style sheet of the toolbar says both.
 */
export function MoreMenu() {
  const { t } = useTranslation('reader');
  const isPaper = useReader((slice) => slice.surface?.paper !== null);
  const sidebar = useReader((slice) => slice.sidebar);
  const fit = useReader((slice) => slice.fit);
  const choosing = useReader((slice) => slice.region !== null);
  const alone = useView((view) => view.readerAlone);
  const narrow = styles['narrow'];
  return (
    <ToolMenu
      icon={Ellipsis}
      label={t('more-tools')}
      className={classes(styles['more'], isPaper && styles['paper'])}
    >
      <div className={styles['items']}>
        <div className={classes(styles['zoom'], narrow)}>
          <ActionIconButton action="view.zoom-out" icon={Minus} />
          <ZoomField />
          <ActionIconButton action="view.zoom-in" icon={Plus} />
        </div>
        {isPaper && (
          <>
            <Item action="view.fit-width" icon={MoveHorizontal} pressed={fit === 'width'} />
            <Item action="view.fit-page" icon={StretchHorizontal} pressed={fit === 'page'} />
            <Item action="view.rotate-right" icon={RotateCw} />
            <Item action="view.rotate-left" icon={RotateCcw} />
            <Item action="view.region" icon={SquareDashedMousePointer} pressed={choosing} closes />
            <Item
              action="view.thumbnails"
              icon={Images}
              pressed={sidebar === 'thumbnails'}
              className={narrow}
              closes
            />
            <Item
              action="view.outline"
              icon={ListTree}
              pressed={sidebar === 'outline'}
              className={narrow}
              closes
            />
          </>
        )}
        <Item action="edit.find-here" icon={Search} className={styles['find']} closes />
        <Item action="view.split" icon={Columns2} className={styles['tight']} closes />
        <Item
          action="view.reader-alone"
          icon={Expand}
          pressed={alone}
          className={styles['tight']}
          closes
        />
        <Item action="go.back" icon={ArrowLeft} className={styles['tightest']} closes />
        <Item action="go.forward" icon={ArrowRight} className={styles['tightest']} closes />
        <PanelItem />
      </div>
    </ToolMenu>
  );
}

function PanelItem() {
  const { t } = useTranslation('reader');
  const hidden = useReader((slice) => slice.panel === 'hidden');
  return (
    <button
      type="button"
      className={classes(styles['item'], styles['tightest'])}
      data-closes
      onClick={() => useReader.setState({ panel: hidden ? 'passages' : 'hidden' })}
    >
      <PanelRight size={16} aria-hidden />
      <span>{t(hidden ? 'show-panel' : 'hide-panel')}</span>
    </button>
  );
}

interface ItemProps {
  readonly action: ActionId;
  readonly icon: LucideIcon;
  readonly pressed?: boolean;
  readonly className?: string | undefined;
  /** Without it the menu stays: who turns a page may turn it again. */
  readonly closes?: boolean;
}

function Item({ action, icon: Icon, pressed, className, closes }: ItemProps) {
  const { label, shortcut, enabled, run } = useAction(action);
  return (
    <button
      type="button"
      aria-pressed={pressed}
      disabled={!enabled}
      className={classes(styles['item'], className)}
      data-closes={closes}
      onClick={run}
    >
      <Icon size={16} aria-hidden />
      <span>{label}</span>
      <kbd aria-hidden>{shortcut}</kbd>
    </button>
  );
}
