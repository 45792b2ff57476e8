import { describe, expect, it } from 'vitest';
import {
  boxBetween,
  boxByGrip,
  boxByKey,
  boxInView,
  gripAt,
  isLargeEnough,
} from '../../../src/renderer/features/reader/region/page-box.ts';

const BOX = { left: 0.3, right: 0.5, top: 0.4, bottom: 0.6 };

describe('a box on a page', () => {
  it('is drawn in any direction and ends at the edges', () => {
    expect(boxBetween({ x: 0.5, y: 0.9 }, { x: -1, y: 0.2 })).toEqual({
      left: 0,
      right: 0.5,
      top: 0.2,
      bottom: 0.9,
    });
    expect(isLargeEnough({ ...BOX, right: BOX.left })).toBe(false);
  });

  it('is placed in the part of the page that is seen', () => {
    const { top, bottom } = boxInView(-0.5, 0.5);
    expect([top, bottom]).toEqual([0.15, 0.35]);
    expect(boxInView(0.95, 2).bottom).toBe(1);
  });

  it('is taken at a corner or inside, and dragged', () => {
    const reach = { x: 0.01, y: 0.02 };
    const corner = gripAt(BOX, { x: 0.305, y: 0.615 }, reach);
    expect(corner).toEqual({ kind: 'corner', fixed: { x: 0.5, y: 0.4 } });
    expect(corner && boxByGrip(corner, { x: 0.6, y: 0.2 })).toEqual({
      left: 0.5,
      right: 0.6,
      top: 0.2,
      bottom: 0.4,
    });
    const inside = gripAt(BOX, { x: 0.4, y: 0.5 }, reach);
    expect(inside?.kind).toBe('inside');
    const moved = inside && boxByGrip(inside, { x: 0.9, y: 0.5 });
    expect(moved?.right).toBe(1);
    expect(moved && moved.right - moved.left).toBeCloseTo(0.2);
    expect(gripAt(BOX, { x: 0.2, y: 0.5 }, reach)).toBeNull();
  });

  it('moves and grows by the arrows, and stays on the page', () => {
    expect(boxByKey(BOX, 'ArrowRight', false)?.left).toBeCloseTo(0.32);
    expect(boxByKey(BOX, 'ArrowDown', true)?.bottom).toBeCloseTo(0.62);
    expect(boxByKey({ ...BOX, left: 0, right: 0.2 }, 'ArrowLeft', false)?.left).toBe(0);
    const thin = { ...BOX, right: BOX.left + 0.015 };
    expect(boxByKey(thin, 'ArrowLeft', true)).toBe(thin);
    expect(boxByKey(BOX, 'a', false)).toBeNull();
  });
});
