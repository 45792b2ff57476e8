import { expect, test } from 'vitest';
import { linkAt, placeLinks } from '../../src/renderer/features/reader/pdf/links/page-link.ts';

/** A page of 200 by 400 points shown at half its size, the origin at the bottom left. */
const frame = {
  width: 100,
  height: 200,
  convertToViewportPoint: (x: number, y: number) => [x / 2, 200 - y / 2],
};
const target = { kind: 'address', text: 'https://orsa.invalid/' } as const;

test('places boxes in parts of the page, whatever their corners are', () => {
  const [upright, turned] = placeLinks(
    [
      { box: [20, 40, 100, 80], target },
      { box: [100, 80, 20, 40], target },
    ],
    frame,
  );
  expect(upright?.box).toEqual({ left: 0.1, top: 0.8, right: 0.5, bottom: 0.9 });
  expect(turned?.box).toEqual(upright?.box);
});

test('cuts boxes to the page and leaves out those beside it or without size', () => {
  const placed = placeLinks(
    [
      { box: [-1_000, -1_000, 1_000, 1_000], target },
      { box: [300, 0, 400, 20], target },
      { box: [20, 40, 20, 40], target },
    ],
    frame,
  );
  expect(placed.map(({ box }) => box)).toEqual([{ left: 0, top: 0, right: 1, bottom: 1 }]);
});

test('a page with very many links has the first of them', () => {
  const many = Array.from({ length: 5_000 }, () => ({
    box: [0, 0, 10, 10] as [number, number, number, number],
    target,
  }));
  expect(placeLinks(many, frame)).toHaveLength(1_000);
});

test('the smallest link at a point is meant', () => {
  const place = { kind: 'place', page: 2, left: null, top: null } as const;
  const links = placeLinks(
    [
      { box: [0, 0, 200, 400], target },
      { box: [20, 40, 100, 80], target: place },
    ],
    frame,
  );
  expect(linkAt(links, 0.2, 0.85)?.target).toBe(place);
  expect(linkAt(links, 0.9, 0.1)?.target).toBe(target);
  expect(linkAt([], 0.5, 0.5)).toBeNull();
});
