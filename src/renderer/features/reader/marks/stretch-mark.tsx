import type { DrawnPage } from '../drawn/drawn-page.ts';
import { boxesInStored } from '../drawn/stretch-boxes.ts';
import { partOnPage, type Stretch } from '../stretch.ts';
import { MarkBox } from './mark-box.tsx';

interface StretchBoxesProps {
  readonly page: DrawnPage;
  readonly stretch: Stretch | null;
  readonly version: number;
  readonly className: string;
}

/** A stretch in boxes of one look, as far as it is on the page. */
export function StretchBoxes({ page, stretch, version, className }: StretchBoxesProps) {
  const part = stretch === null ? null : partOnPage(stretch, page.number, page.stored.length);
  if (part === null) return null;
  return boxesIn(page, part.start, part.end, version).map((box, index) => (
    <MarkBox key={index} box={box} className={className} />
  ));
}

/** Boxes of stored offsets. @param _version what else they depend on */
export function boxesIn(page: DrawnPage, start: number, end: number, _version: number) {
  return boxesInStored(page, start, end);
}
