import { useLayoutEffect, useRef, useState, type CSSProperties, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { isRegion, type Passage } from '../../../../shared/domain/passage.ts';
import { changeBounds } from '../passage-commands.ts';
import { usePane } from '../panes/pane.ts';
import { selectedPassage, useReader } from '../reader-store.ts';
import { clientLinesOf } from '../selection/stretch-lines.ts';
import type { Box } from '../drawn/merge-rects.ts';
import { partOnPage } from '../stretch.ts';
import { draggedBounds, type PassageEnd } from './dragged-bounds.ts';
import styles from './bounds-handles.module.css';

/** Both ends of the selected passage, to be dragged to other words. */
export function BoundsHandles() {
  const passage = useReader(selectedPassage);
  const alone = useReader((slice) => slice.alsoSelected.size === 0);
  const placed = useReader(
    (slice) => slice.selectedId !== null && !slice.placements.has(slice.selectedId),
  );
  const busy = useReader((slice) => slice.words !== null || slice.caret !== null);
  if (passage === null || isRegion(passage) || !alone || !placed || busy) return null;
  return <Handles passage={passage} />;
}

function Handles({ passage }: { passage: Passage }) {
  const newBounds = useReader((slice) => slice.newBounds);
  const places = useEnds(passage);
  return (['start', 'end'] as const).map((end) => {
    const box = places[end];
    if (box === null) return null;
    return <Handle key={end} end={end} box={box} passage={passage} hidden={newBounds !== null} />;
  });
}

/** Height of what can be taken hold of, CSS pixels. It stands above or below the line, so that words there can still be selected. */
const KNOB = 16;

interface HandleProps {
  readonly end: PassageEnd;
  /** The line at whose start or end it stands; client pixels. */
  readonly box: Box;
  readonly passage: Passage;
  readonly hidden: boolean;
}

function Handle({ end, box, passage, hidden }: HandleProps) {
  const { t } = useTranslation('reader');
  const pane = usePane();
  const grabbed = useRef<{ x: number; y: number } | null>(null);
  const x = end === 'start' ? box.left : box.right;

  const stretchAt = (event: PointerEvent) => {
    const { x: dx, y: dy } = grabbed.current ?? { x: 0, y: 0 };
    const exact = event.altKey || event.ctrlKey || event.metaKey;
    return draggedBounds(
      pane,
      passage,
      end,
      { x: event.clientX + dx, y: event.clientY + dy },
      exact,
    );
  };
  const letGo = (): void => {
    grabbed.current = null;
    pane.reader.setState({ newBounds: null });
  };
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={t(`handle-${end}`)}
      title={t(`handle-${end}`)}
      className={styles['handle']}
      data-end={end}
      data-dragged={hidden || undefined}
      style={
        {
          left: x,
          top: end === 'start' ? box.top - KNOB : box.bottom,
          '--line-height': `${box.bottom - box.top}px`,
        } as CSSProperties
      }
      onPointerDown={(event) => {
        event.preventDefault();
        // The point that is dragged is the middle of the line, wherever the handle was taken.
        grabbed.current = { x: x - event.clientX, y: (box.top + box.bottom) / 2 - event.clientY };
        event.currentTarget.setPointerCapture(event.pointerId);
        pane.reader.setState({ newBounds: passage });
      }}
      onPointerMove={(event) => {
        if (grabbed.current === null) return;
        const stretch = stretchAt(event);
        if (stretch !== null) pane.reader.setState({ newBounds: stretch });
        scrollAtEdge(pane.reader.getState().surface?.scroller, event.clientY);
      }}
      onPointerUp={() => {
        if (grabbed.current === null) return;
        const stretch = pane.reader.getState().newBounds;
        letGo();
        if (stretch !== null && stretch !== passage) void changeBounds(passage.id, stretch, pane);
      }}
      onPointerCancel={letGo}
    />
  );
}

/** CSS pixels. */
const EDGE = 28;
const SCROLL_STEP = 24;

function scrollAtEdge(scroller: HTMLElement | undefined, y: number): void {
  const view = scroller?.getBoundingClientRect();
  if (!scroller || !view) return;
  if (y < view.top + EDGE) scroller.scrollTop -= SCROLL_STEP;
  else if (y > view.bottom - EDGE) scroller.scrollTop += SCROLL_STEP;
}

/** The first and the last line of a passage on the screen, as far as they are in sight; follows scrolling and zooming. */
function useEnds(passage: Passage): Record<PassageEnd, Box | null> {
  const pane = usePane();
  const pages = useStore(pane.drawn, (slice) => slice.pages);
  const zoom = useReader((slice) => slice.zoom);
  const [ends, setEnds] = useState<Record<PassageEnd, Box | null>>({ start: null, end: null });
  useLayoutEffect(() => {
    const scroller = pane.reader.getState().surface?.scroller;
    if (scroller === undefined) return;
    let waiting = 0;
    const measure = (): void => {
      waiting = 0;
      const view = scroller.getBoundingClientRect();
      const seen = (box: Box | undefined): Box | null =>
        box && box.top >= view.top && box.bottom <= view.bottom ? box : null;
      const lineAt = (point: Passage['start'], at: 0 | -1): Box | undefined => {
        const page = pages.get(point.page);
        const part = page && partOnPage(passage, page.number, page.stored.length);
        if (!part) return undefined;
        const on = (offset: number) => ({ page: point.page, offset });
        return clientLinesOf(pane, { start: on(part.start), end: on(part.end) }).at(at);
      };
      setEnds({ start: seen(lineAt(passage.start, 0)), end: seen(lineAt(passage.end, -1)) });
    };
    const later = (): void => {
      if (waiting === 0) waiting = requestAnimationFrame(measure);
    };
    measure();
    const ending = new AbortController();
    scroller.addEventListener('scroll', later, { signal: ending.signal, passive: true });
    const observer = new ResizeObserver(later);
    observer.observe(scroller);
    for (const page of pages.values()) observer.observe(page.element);
    return () => {
      cancelAnimationFrame(waiting);
      observer.disconnect();
      ending.abort();
    };
  }, [pane, passage, pages, zoom]);
  return ends;
}
