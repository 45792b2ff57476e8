import { useMemo } from 'react';
import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import type { SearchMark } from '../../../../shared/domain/search.ts';
import { classes } from '../../../components/classes.ts';
import type { DrawnPage } from '../drawn/drawn-page.ts';
import { boxesInStored } from '../drawn/stretch-boxes.ts';
import { hitAt } from '../hits.ts';
import { MarkBox } from '../marks/mark-box.tsx';
import { useLayoutVersion } from '../marks/use-layout-version.ts';
import { usePane } from '../panes/pane.ts';
import { useReader } from '../reader-store.ts';

/** A page with more of them would be one mark; the current one is always drawn. */
const MOST_DRAWN = 500;

/** What «find» found, on every page of the screen. */
export function AllFindMarks() {
  const pages = useStore(usePane().drawn, (slice) => slice.pages);
  const finding = useReader((slice) => slice.find !== null);
  if (!finding) return null;
  return [...pages.values()].map((page) =>
    createPortal(<FindMarks page={page} />, page.marksLayer, `find-${page.number}`),
  );
}

function FindMarks({ page }: { page: DrawnPage }) {
  const marks = useReader(
    ({ find }) => find?.pages.find((found) => found.page === page.number)?.marks,
  );
  const current = useReader(({ find }) => {
    const place = find && hitAt(find.pages, find.current);
    return place?.page === page.number ? place.mark : null;
  });
  const version = useLayoutVersion(page.element);
  const boxes = useMemo(
    () => boxesOfMarks(page, marks?.filter((mark) => mark !== current) ?? [], version),
    [page, marks, current, version],
  );
  const currentBoxes = useMemo(
    () => boxesOfMarks(page, current === null ? [] : [current], version),
    [page, current, version],
  );
  return (
    <>
      {boxes.map((box, index) => (
        <MarkBox key={index} box={box} className="find-mark" />
      ))}
      {currentBoxes.map((box, index) => (
        <MarkBox
          key={`current-${index}`}
          box={box}
          className={classes('find-mark', 'is-current')}
        />
      ))}
    </>
  );
}

function boxesOfMarks(page: DrawnPage, marks: readonly SearchMark[], _version: number) {
  return marks.slice(0, MOST_DRAWN).flatMap(({ start, end }) => boxesInStored(page, start, end));
}
