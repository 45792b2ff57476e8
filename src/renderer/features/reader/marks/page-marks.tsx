import { useEffect, useMemo } from 'react';
import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import { isRegion, type Passage } from '../../../../shared/domain/passage.ts';
import { classes } from '../../../components/classes.ts';
import { usePalette } from '../../palette/palette-store.ts';
import { CaretMarks } from '../caret/caret-marks.tsx';
import type { DrawnPage } from '../drawn/drawn-page.ts';
import { boxesOf } from '../drawn/stretch-boxes.ts';
import { hitAt } from '../hits.ts';
import { usePane } from '../panes/pane.ts';
import { openDocument, setPlacement, useReader } from '../reader-store.ts';
import { boxOfRect } from '../region/region-rect.ts';
import { MarkBox } from './mark-box.tsx';
import { dropMarkedPassages, setMarkedPassages } from './marked-pages.ts';
import { lanesOf } from './lanes.ts';
import { placePassage } from './place-passage.ts';
import { useColourOf } from './use-colour-of.ts';
import { useLayoutVersion } from './use-layout-version.ts';
import { boxesIn, StretchBoxes } from './stretch-mark.tsx';

/** Passages, hits and the flash of every page on the screen. */
export function AllPageMarks() {
  const pages = useStore(usePane().drawn, (slice) => slice.pages);
  return [...pages.values()].map((page) =>
    createPortal(<PageMarks page={page} />, page.marksLayer, String(page.number)),
  );
}

function PageMarks({ page }: { page: DrawnPage }) {
  const { reader } = usePane();
  const passages = useReader((slice) => slice.passages);
  const selectedId = useReader((slice) => slice.selectedId);
  const alsoSelected = useReader((slice) => slice.alsoSelected);
  const hovered = useReader((slice) => slice.hovered);
  const version = useLayoutVersion(page.element);
  const colourOf = useColourOf();
  const marked = useMemo(() => markPassages(page, passages, version), [page, passages, version]);

  useEffect(() => {
    setMarkedPassages(
      page.element,
      marked.flatMap((mark) => (mark.boxes.length > 0 ? [mark] : [])),
    );
    for (const { passageId, placement } of marked) setPlacement(reader, passageId, placement);
    return () => dropMarkedPassages(page.element);
  }, [reader, page, marked]);

  return (
    <>
      {marked.map(({ passageId, colour, boxes, lane, region }) =>
        boxes.map((box, index) => (
          <MarkBox
            key={`${passageId}-${index}`}
            box={box}
            colour={colourOf(passageId, colour)}
            passageId={passageId}
            lane={lane}
            className={classes(
              'passage-mark',
              region && 'region-mark',
              (passageId === selectedId || alsoSelected.has(passageId)) && 'is-selected',
              hovered.includes(passageId) && 'is-hovered',
            )}
          />
        )),
      )}
      <HitMarks page={page} version={version} />
      <PendingWords page={page} version={version} />
      <NewBounds page={page} version={version} />
      <CaretMarks page={page} version={version} />
      <Flash page={page} version={version} />
    </>
  );
}

function markPassages(page: DrawnPage, passages: readonly Passage[], _version: number) {
  const here = passages.filter(
    ({ start, end }) => start.page <= page.number && end.page >= page.number,
  );
  const lanes = lanesOf(here);
  return here.flatMap((passage, index) => {
    if (isRegion(passage)) return regionMark(page, passage);
    const placed = placePassage(passage, page);
    if (placed.kind === 'elsewhere') return [];
    return {
      region: false,
      passageId: passage.id,
      colour: passage.colour,
      length: passage.quote.length,
      lane: lanes[index] ?? 0,
      boxes: placed.kind === 'placed' ? boxesOf(page, placed.start, placed.end) : [],
      placement:
        placed.kind === 'nowhere'
          ? ('nowhere' as const)
          : placed.exact
            ? null
            : ('by-words' as const),
    };
  });
}

function regionMark(page: DrawnPage, passage: Passage) {
  const boxes = passage.rects.flatMap((rect) =>
    rect.page === page.number ? (boxOfRect(page, rect) ?? []) : [],
  );
  if (boxes.length === 0) return [];
  const { id: passageId, colour } = passage;
  return { region: true, passageId, colour, length: 0, lane: 0, boxes, placement: null };
}

function HitMarks({ page, version }: { page: DrawnPage; version: number }) {
  const hits = useReader((slice) => slice.hits);
  const currentMark = useReader((slice) => {
    const current = hitAt(slice.hits, slice.currentHit);
    return current?.page === page.number ? current.mark : null;
  });
  const marks = hits.find((hit) => hit.page === page.number)?.marks;
  const drawn = useMemo(
    () => marks?.map((mark) => ({ mark, boxes: boxesIn(page, mark.start, mark.end, version) })),
    [page, marks, version],
  );
  return drawn?.map(({ mark, boxes }) =>
    boxes.map((box, index) => (
      <MarkBox
        key={`${mark.start}-${index}`}
        box={box}
        className={classes('hit-mark', mark === currentMark && 'is-current')}
      />
    )),
  );
}

/** The words being tagged stay visible while the palette has the focus. */
function PendingWords({ page, version }: { page: DrawnPage; version: number }) {
  const documentId = useReader((slice) => openDocument(slice)?.id);
  const words = usePalette((slice) => (slice.target?.kind === 'words' ? slice.target.words : null));
  const own = words?.documentId === documentId ? words : null;
  return <StretchBoxes page={page} stretch={own} version={version} className="pending-mark" />;
}

/** The words that a passage would have if the end that is being dragged were let go. */
function NewBounds({ page, version }: { page: DrawnPage; version: number }) {
  const stretch = useReader((slice) => slice.newBounds);
  return <StretchBoxes page={page} stretch={stretch} version={version} className="pending-mark" />;
}

function Flash({ page, version }: { page: DrawnPage; version: number }) {
  const flash = useReader((slice) => slice.flash);
  return <StretchBoxes page={page} stretch={flash} version={version} className="flash-mark" />;
}
