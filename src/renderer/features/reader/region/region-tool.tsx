import { useEffect, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { CalendarPlus, Check, Copy, Highlighter, StickyNote, Tag, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { ActionIconButton } from '../../../components/action-button.tsx';
import { IconButton } from '../../../components/icon-button.tsx';
import { MarkBox } from '../marks/mark-box.tsx';
import { usePane } from '../panes/pane.ts';
import { useReader } from '../reader-store.ts';
import { drawRegions } from './draw-regions.ts';
import { copyRegion, dropRegion, keepRegion } from './region.ts';
import type { RegionChoice } from './region-choice.ts';
import styles from './region-tool.module.css';

/** Draws a rectangle over the pages while the tool is on, with a bar of what can be done with it. */
export function RegionTool() {
  const region = useReader((slice) => slice.region);
  return region === null ? null : <Tool region={region} />;
}

function Tool({ region }: { region: RegionChoice }) {
  const { t } = useTranslation('reader');
  const pane = usePane();
  const scroller = useReader((slice) => slice.surface?.scroller ?? null);
  const pages = useStore(pane.drawn, (slice) => slice.pages);
  useEffect(() => {
    if (scroller === null) return;
    const ending = new AbortController();
    drawRegions(pane, scroller, ending.signal);
    return () => ending.abort();
  }, [pane, scroller]);

  const drawn = region.kind === 'drawn' ? pages.get(region.page) : undefined;
  return (
    <>
      {region.kind === 'drawn' &&
        drawn !== undefined &&
        createPortal(
          <MarkBox box={region.box} className="region-choice" />,
          drawn.marksLayer,
          'region-choice',
        )}
      <div role="toolbar" aria-label={t('region-bar')} className={styles['bar']} data-bar-at-bottom>
        {region.kind === 'aiming' && <Hint>{t('region-hint')}</Hint>}
        {region.kind === 'drawn' && region.boundsOf !== null && (
          <>
            <Hint>{t('region-bounds-hint')}</Hint>
            <IconButton
              icon={Check}
              label={t('region-keep')}
              onClick={() => void keepRegion(pane)}
            />
          </>
        )}
        {region.kind === 'drawn' && region.boundsOf === null && (
          <>
            <ActionIconButton action="passage.highlight" icon={Highlighter} />
            <ActionIconButton action="passage.tag" icon={Tag} />
            <ActionIconButton action="passage.note" icon={StickyNote} />
            <ActionIconButton action="passage.new-event" icon={CalendarPlus} />
            <IconButton icon={Copy} label={t('region-copy')} onClick={() => void copyRegion()} />
          </>
        )}
        <IconButton icon={X} label={t('region-leave')} onClick={() => dropRegion(pane)} />
      </div>
    </>
  );
}

function Hint({ children }: { children: ReactNode }) {
  return (
    <p className={styles['hint']} role="status">
      {children}
    </p>
  );
}
