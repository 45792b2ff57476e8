import type { DrawnPage } from '../drawn/drawn-page.ts';
import { MarkBox } from '../marks/mark-box.tsx';
import { StretchBoxes } from '../marks/stretch-mark.tsx';
import { useReader } from '../reader-store.ts';
import { caretStretch } from './caret-slice.ts';
import { caretPlace } from './page-lines.ts';

/** CSS pixels. */
const WIDTH = 2;

/** The caret and what is selected with it, on one page. */
export function CaretMarks({ page, version }: { page: DrawnPage; version: number }) {
  const caret = useReader((slice) => slice.caret);
  // Also when the page is zoomed: the place is measured.
  useReader((slice) => slice.zoom);
  if (caret === null) return null;
  const frame = page.element.getBoundingClientRect();
  const place = caret.focus.page === page.number ? caretPlace(page, caret.focus.offset) : null;
  return (
    <>
      <StretchBoxes
        page={page}
        stretch={caretStretch(caret)}
        version={version}
        className="pending-mark"
      />
      {place !== null && frame.width > 0 && (
        <MarkBox
          className="caret-mark"
          box={{
            left: (place.x - frame.left - WIDTH / 2) / frame.width,
            right: (place.x - frame.left + WIDTH / 2) / frame.width,
            top: (place.top - frame.top) / frame.height,
            bottom: (place.bottom - frame.top) / frame.height,
          }}
        />
      )}
    </>
  );
}
