import { useCallback, useEffect, useRef, useState } from 'react';
import {
  defaultRangeExtractor,
  useVirtualizer,
  type Range as Visible,
} from '@tanstack/react-virtual';
import { useTranslation } from 'react-i18next';
import type { SourceDocument } from '../../../../shared/domain/source-document.ts';
import { TEXT_SIZE, USUAL_TEXT_LOOK } from '../../../../shared/domain/settings.ts';
import { coalesce } from '../../../stores/coalesce.ts';
import { changeSettings, useSettings } from '../../../stores/settings.ts';
import { dropAllDrawnPages } from '../drawn/drawn-pages.ts';
import type { PageSource } from '../page-source.ts';
import { usePane, type ReaderPane } from '../panes/pane.ts';
import { useReader } from '../reader-store.ts';
import { zoomByWheel, type Zoomed } from '../wheel-zoom.ts';
import { pagesOfSelection } from './pages-of-selection.ts';
import { TextPage } from './text-page.tsx';
import styles from './text-view.module.css';

/** CSS pixels; only until a page has been measured. */
const USUAL_PAGE_HEIGHT = 1400;
const ZOOM_STEP = 1.1;
/** Milliseconds between two sizes that are kept. */
const KEEPING_PAUSE = 200;
const ZOOM = { least: TEXT_SIZE.least / 100, most: TEXT_SIZE.most / 100 } as const;

/** A text document: its canonical pages below each other, those near the view in the document only. */
export function TextView({ document, source }: { document: SourceDocument; source: PageSource }) {
  const { t } = useTranslation('reader');
  const pane = usePane();
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const zoom = useReader((slice) => slice.zoom);
  const look = useSettings(({ settings }) => settings?.textLook ?? USUAL_TEXT_LOOK);
  const virtualizer = useVirtualizer({
    count: document.pages,
    getScrollElement: () => scroller,
    estimateSize: () => USUAL_PAGE_HEIGHT,
    overscan: 1,
    // A page that holds an end of the selection stays, or scrolling on would lose what is selected.
    rangeExtractor: useCallback((visible: Visible) => {
      const kept = pagesOfSelection().map((page) => page - 1);
      const all = new Set([...defaultRangeExtractor(visible), ...kept]);
      return [...all].filter((index) => index < visible.count).toSorted((a, b) => a - b);
    }, []),
  });

  const virtual = useRef(virtualizer);
  virtual.current = virtualizer;
  useEffect(() => {
    if (scroller === null) return;
    const { reader, drawn } = pane;
    const ending = new AbortController();
    const zoomed: Zoomed = {
      zoom: () => reader.getState().zoom,
      ...ZOOM,
      zoomTo: (zoom) => zoomTo(pane, zoom),
    };
    zoomByWheel(scroller, zoomed, ending.signal);
    reader.setState({
      zoom: (useSettings.getState().settings?.textLook ?? USUAL_TEXT_LOOK).size / 100,
      fit: null,
      surface: {
        scroller,
        showPage: (page) => virtual.current.scrollToIndex(page - 1, { align: 'start' }),
        approach: (page) => virtual.current.scrollToIndex(page - 1, { align: 'start' }),
        zoomIn: () => zoomBy(pane, ZOOM_STEP),
        zoomOut: () => zoomBy(pane, 1 / ZOOM_STEP),
        zoomTo: (zoom) => zoomTo(pane, zoom),
        paper: null,
      },
    });
    return () => {
      ending.abort();
      reader.setState({ surface: null });
      dropAllDrawnPages(drawn);
    };
  }, [scroller, pane]);

  const items = virtualizer.getVirtualItems();
  const top = items.findLast((item) => item.start <= (virtualizer.scrollOffset ?? 0) + 80);
  const page = (top?.index ?? 0) + 1;
  useEffect(() => pane.reader.setState({ page }), [pane, page]);

  return (
    <div
      ref={setScroller}
      className={styles['scroller']}
      role="region"
      aria-label={t('pages')}
      tabIndex={0}
      data-reading-view="text"
    >
      <div
        className={styles['pages']}
        data-measure={look.measure}
        data-spacing={look.spacing}
        data-face={look.face}
        style={{
          height: virtualizer.getTotalSize(),
          fontSize: `calc(var(--text-reading) * ${zoom})`,
        }}
      >
        {items.map((item) => (
          <div
            key={item.key}
            ref={virtualizer.measureElement}
            data-index={item.index}
            className={styles['slot']}
            style={{ transform: `translateY(${item.start}px)` }}
          >
            <TextPage number={item.index + 1} source={source} />
          </div>
        ))}
      </div>
    </div>
  );
}

function zoomBy(pane: ReaderPane, factor: number): void {
  zoomTo(pane, pane.reader.getState().zoom * factor);
}

/** The size is kept, for this document and the next. */
function zoomTo({ reader }: ReaderPane, wanted: number): void {
  const zoom = Math.min(ZOOM.most, Math.max(ZOOM.least, Math.round(wanted * 100) / 100));
  reader.setState({ zoom });
  sizeToKeep = Math.round(zoom * 100);
  keepSize();
}

let sizeToKeep: number = TEXT_SIZE.usual;
/** A wheel turns faster than the library writes. */
const keepSize = coalesce(async () => {
  const look = useSettings.getState().settings?.textLook ?? USUAL_TEXT_LOOK;
  await changeSettings({ textLook: { ...look, size: sizeToKeep } });
}, KEEPING_PAUSE);
