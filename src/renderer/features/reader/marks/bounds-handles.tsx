import { useEffect, useLayoutEffect, useRef, useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { isRegion, type Passage } from '../../../../shared/domain/passage.ts';
import { changeBounds } from '../passage-commands.ts';
import { usePane } from '../panes/pane.ts';
import { selectedPassage, useReader } from '../reader-store.ts';
import { boxesInStored, clientBox } from '../drawn/stretch-boxes.ts';
import { isSameStretch } from '../stretch.ts';
import { draggedBounds, type PassageEnd } from './dragged-bounds.ts';
import { lettersOfEnd, placeOfEnd, type EndPlace } from './passage-end.ts';
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
  const isDragged = useReader((slice) => slice.newBounds !== null);
  const places = useEnds(passage, isDragged);
  return (['start', 'end'] as const).map((end) => {
    const place = places[end];
    if (place === null) return null;
    return <Handle key={end} end={end} place={place} passage={passage} hidden={isDragged} />;
  });
}

interface HandleProps {
  readonly end: PassageEnd;
  readonly place: EndPlace;
  readonly passage: Passage;
  readonly hidden: boolean;
}

/** What the pointer does while it drags; client pixels. */
interface Drag {
  /** From the pointer to the point that is dragged: the edge of the letter, wherever the handle was taken. */
  readonly dx: number;
  readonly dy: number;
  readonly x: number;
  readonly y: number;
  readonly exact: boolean;
  readonly frame: number;
}

function Handle({ end, place, passage, hidden }: HandleProps) {
  const { t } = useTranslation('reader');
  const pane = usePane();
  const drag = useRef<Drag | null>(null);

  const follow = (): void => {
    if (drag.current === null) return;
    const { x, y, dx, dy, exact } = drag.current;
    const stretch = draggedBounds(pane, passage, end, { x: x + dx, y: y + dy }, exact);
    if (stretch !== null) pane.reader.setState({ newBounds: stretch });
  };
  /** The pages go on scrolling for as long as the pointer rests at their edge. */
  const scrollOn = (): void => {
    if (drag.current === null) return;
    const { scroller } = pane.reader.getState().surface ?? {};
    if (scroller && scrollAtEdge(scroller, drag.current.y)) follow();
    drag.current = { ...drag.current, frame: requestAnimationFrame(scrollOn) };
  };
  const letGo = (): void => {
    if (drag.current === null) return;
    cancelAnimationFrame(drag.current.frame);
    drag.current = null;
    pane.reader.setState({ newBounds: null });
  };
  const leave = useRef(letGo);
  useLayoutEffect(() => {
    leave.current = letGo;
  });
  useEffect(() => () => leave.current(), []);
  useEffect(() => {
    if (!hidden) return;
    const ending = new AbortController();
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || drag.current === null) return;
      event.stopPropagation();
      event.preventDefault();
      leave.current();
    };
    document.addEventListener('keydown', onKey, { signal: ending.signal, capture: true });
    return () => ending.abort();
  }, [hidden]);
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={t(`handle-${end}`)}
      title={t(`handle-${end}`)}
      className={styles['handle']}
      data-knob={place.knob}
      data-dragged={hidden || undefined}
      style={
        { left: place.x, top: place.y, '--line-height': `${place.thickness}px` } as CSSProperties
      }
      onPointerDown={(event) => {
        event.preventDefault();
        const { clientX: x, clientY: y } = event;
        event.currentTarget.setPointerCapture(event.pointerId);
        pane.reader.setState({ newBounds: passage });
        const frame = requestAnimationFrame(scrollOn);
        drag.current = { dx: place.x - x, dy: place.y - y, x, y, exact: false, frame };
      }}
      onPointerMove={(event) => {
        if (drag.current === null) return;
        const { clientX: x, clientY: y } = event;
        const exact = event.altKey || event.ctrlKey || event.metaKey;
        drag.current = { ...drag.current, x, y, exact };
        follow();
      }}
      onPointerUp={() => {
        if (drag.current === null) return;
        const stretch = pane.reader.getState().newBounds;
        letGo();
        if (stretch === null || isSameStretch(stretch, passage)) return;
        void changeBounds(passage.id, stretch, pane);
      }}
      onPointerCancel={letGo}
    />
  );
}

/** CSS pixels. */
const EDGE = 28;
/** CSS pixels a frame: about 600 a second. */
const SCROLL_STEP = 10;

/** Whether there was anything to scroll to. */
function scrollAtEdge(scroller: HTMLElement, y: number): boolean {
  const view = scroller.getBoundingClientRect();
  const before = scroller.scrollTop;
  if (y < view.top + EDGE) scroller.scrollTop -= SCROLL_STEP;
  else if (y > view.bottom - EDGE) scroller.scrollTop += SCROLL_STEP;
  return scroller.scrollTop !== before;
}

/**
 * The ends of a passage on the screen, as far as they are in sight; follows scrolling and zooming. While one is dragged both
 * stay: the handle that holds the pointer must not go when its words are scrolled away.
 */
function useEnds(passage: Passage, isDragged: boolean): Record<PassageEnd, EndPlace | null> {
  const pane = usePane();
  const pages = useStore(pane.drawn, (slice) => slice.pages);
  const zoom = useReader((slice) => slice.zoom);
  const [ends, setEnds] = useState<Record<PassageEnd, EndPlace | null>>({ start: null, end: null });
  useLayoutEffect(() => {
    const scroller = pane.reader.getState().surface?.scroller;
    if (scroller === undefined || isDragged) return;
    let waiting = 0;
    const measure = (): void => {
      waiting = 0;
      const view = scroller.getBoundingClientRect();
      const placeOf = (end: PassageEnd): EndPlace | null => {
        const page = pages.get(passage[end].page);
        if (page === undefined) return null;
        const [letter, beside] = lettersOfEnd(passage[end], end, (at) => {
          const [box] = boxesInStored(page, at, at + 1);
          return box ? clientBox(page, box) : null;
        });
        if (letter === null || letter.top < view.top || letter.bottom > view.bottom) return null;
        return placeOfEnd(letter, beside, end);
      };
      setEnds({ start: placeOf('start'), end: placeOf('end') });
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
  }, [pane, passage, pages, zoom, isDragged]);
  return ends;
}
