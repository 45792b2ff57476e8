import { describe, expect, it } from 'vitest';
import { mergeBoxes, type Box } from '../../../src/renderer/features/reader/drawn/merge-rects.ts';
import { passagesAt } from '../../../src/renderer/features/reader/marks/passages-at.ts';
import { movedEnd } from '../../../src/renderer/features/reader/marks/dragged-bounds.ts';
import { nearestBox } from '../../../src/renderer/features/reader/drawn/nearest-box.ts';
import {
  lettersOfEnd,
  placeOfEnd,
} from '../../../src/renderer/features/reader/marks/passage-end.ts';
import { placeBar } from '../../../src/renderer/features/reader/selection/place-bar.ts';

const box = (left: number, top: number, right: number, bottom: number): Box => ({
  left,
  top,
  right,
  bottom,
});

describe('mergeBoxes', () => {
  it('joins the words of a line and keeps lines apart', () => {
    const words = [box(0, 0, 30, 10), box(33, 1, 60, 11), box(0, 12, 20, 22)];
    expect(mergeBoxes(words)).toEqual([box(0, 0, 60, 11), box(0, 12, 20, 22)]);
  });
  it('keeps the gutter between columns free', () => {
    expect(mergeBoxes([box(0, 0, 30, 10), box(60, 0, 90, 10)])).toHaveLength(2);
  });
  it('joins right to left too', () => {
    expect(mergeBoxes([box(60, 0, 90, 10), box(30, 0, 58, 10)])).toEqual([box(30, 0, 90, 10)]);
  });
  it('keeps lines apart that run up or down, as on a turned page', () => {
    const down = (...sides: Parameters<typeof box>): Box => ({ ...box(...sides), sideways: true });
    const words = [down(90, 0, 100, 30), down(90, 33, 100, 60), down(78, 0, 88, 40)];
    expect(mergeBoxes(words)).toEqual([down(90, 0, 100, 60), down(78, 0, 88, 40)]);
  });
  it('leaves empty boxes out', () => {
    expect(mergeBoxes([box(5, 0, 5, 10), box(0, 3, 9, 3)])).toEqual([]);
  });
});

describe('passagesAt', () => {
  const marked = [
    { passageId: 1, length: 90, boxes: [box(0, 0, 1, 0.2)] },
    { passageId: 2, length: 12, boxes: [box(0.2, 0, 0.4, 0.2)] },
    { passageId: 3, length: 40, boxes: [box(0.3, 0, 0.8, 0.2), box(0, 0.2, 0.3, 0.4)] },
  ];
  it('puts the smallest first, so that a nested passage can be reached', () => {
    expect(passagesAt(marked, 0.35, 0.1)).toEqual([2, 3, 1]);
    expect(passagesAt(marked, 0.1, 0.3)).toEqual([3]);
    expect(passagesAt(marked, 0.9, 0.9)).toEqual([]);
  });
});

describe('placeBar', () => {
  const bar = { width: 200, height: 36 };
  const frame = box(400, 50, 1000, 750);
  const covers = (place: { left: number; top: number } | null, lines: readonly Box[]): boolean =>
    place !== null &&
    lines.some(
      (line) =>
        place.left < line.right &&
        place.left + bar.width > line.left &&
        place.top < line.bottom &&
        place.top + bar.height > line.top,
    );

  it('goes below the last line, or above the first when dragged backwards', () => {
    const lines = [box(450, 300, 900, 320), box(450, 322, 700, 342)];
    expect(placeBar(lines, bar, frame, false)).toEqual({ left: 600, top: 350 });
    expect(placeBar(lines, bar, frame, true)).toEqual({ left: 408, top: 256 });
  });
  it('goes above when there is no room below', () => {
    expect(placeBar([box(450, 715, 600, 735)], bar, frame, false)?.top).toBe(671);
  });
  it('stays inside the frame sideways', () => {
    expect(placeBar([box(980, 300, 1000, 320)], bar, frame, false)?.left).toBe(792);
  });
  it('does not cover words that lie below the end of the selection', () => {
    const columns = [box(420, 100, 680, 700), box(720, 100, 980, 300), box(420, 310, 980, 330)];
    const reordered = [columns[0], columns[2], columns[1]].filter((line) => line !== undefined);
    for (const backward of [false, true]) {
      const place = placeBar(reordered, bar, frame, backward);
      expect(place).not.toBeNull();
      expect(covers(place, reordered)).toBe(false);
    }
  });
  it('goes onto the toolbar when the whole view is selected', () => {
    expect(placeBar([box(400, -100, 1000, 900)], bar, frame, false)?.top).toBe(6);
  });
  it('hides while the words are out of view', () => {
    expect(placeBar([box(450, 800, 600, 820)], bar, frame, false)).toBeNull();
    expect(placeBar([], bar, frame, false)).toBeNull();
  });
});

describe('an end of a passage that is dragged', () => {
  const at = (offset: number, page = 1) => ({ page, offset });
  const stretch = { start: at(10), end: at(20) };

  it('past the other end becomes that end, also on another page', () => {
    expect(movedEnd(stretch, 'end', () => at(15))).toEqual({
      start: at(10),
      end: at(15),
      moved: 'end',
    });
    expect(movedEnd(stretch, 'end', () => at(4))).toEqual({
      start: at(4),
      end: at(10),
      moved: 'start',
    });
    expect(movedEnd(stretch, 'start', () => at(3, 2))).toEqual({
      start: at(20),
      end: at(3, 2),
      moved: 'end',
    });
  });
  it('leaves at least a letter, and stays where no words are', () => {
    expect(movedEnd(stretch, 'end', () => at(10))).toBeNull();
    expect(movedEnd(stretch, 'start', () => null)).toBeNull();
  });
  it('beside the words means the nearest: the end of a short line, not the longer one above it', () => {
    const lines = [box(0, 0, 200, 10), box(0, 12, 60, 22), box(260, 0, 460, 10)];
    expect(nearestBox(lines, 100, 17)).toBe(1);
    expect(nearestBox(lines, 100, 300)).toBe(1);
    expect(nearestBox(lines, 250, 5)).toBe(2);
    expect(nearestBox([], 1, 1)).toBe(-1);
  });
});

describe('the handle at an end of a passage', () => {
  const first = box(100, 0, 108, 12);

  it('stands before the first letter and after the last, whichever way the words run', () => {
    expect(placeOfEnd(first, box(109, 0, 117, 12), 'start')).toMatchObject({ x: 100, y: 6 });
    expect(placeOfEnd(first, box(91, 0, 99, 12), 'start')).toMatchObject({ x: 108, y: 6 });
    expect(placeOfEnd(first, box(91, 0, 99, 12), 'end')).toMatchObject({ x: 108, knob: 'below' });
    expect(placeOfEnd(first, box(109, 0, 117, 12), 'end')).toMatchObject({ x: 100 });
  });
  it('follows words that run down or up', () => {
    const below = box(100, 13, 108, 25);
    expect(placeOfEnd(first, below, 'start')).toEqual({
      x: 104,
      y: 0,
      thickness: 8,
      knob: 'right',
    });
    expect(placeOfEnd(below, first, 'end')).toEqual({ x: 104, y: 25, thickness: 8, knob: 'left' });
    expect(placeOfEnd(below, first, 'start')).toMatchObject({ y: 25, knob: 'left' });
  });
  it('is not misled by a letter of the next line', () => {
    expect(placeOfEnd(first, box(0, 14, 8, 26), 'start')).toMatchObject({ x: 100, knob: 'above' });
  });
  it('passes by marks that have no box of their own', () => {
    const boxes = [box(0, 0, 8, 12), box(9, 0, 17, 12), null];
    const boxAt = (offset: number) => boxes[offset] ?? null;
    expect(lettersOfEnd(at(3), 'end', boxAt)).toEqual([boxes[1], boxes[0]]);
    expect(lettersOfEnd(at(1), 'end', boxAt)).toEqual([boxes[0], null]);
  });

  function at(offset: number) {
    return { page: 1, offset };
  }
});
