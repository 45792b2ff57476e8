import { beforeEach, expect, test, vi } from 'vitest';
import { paneOf } from '../../../src/renderer/features/reader/panes/pane.ts';
import { measurePlace } from '../../../src/renderer/features/reader/panes/reading-place.ts';
import { forgetReveal, restore } from '../../../src/renderer/features/reader/reveal.ts';
import type { Surface } from '../../../src/renderer/features/reader/surface.ts';

vi.mock('../../../src/renderer/api.ts', () => ({ call: () => Promise.resolve({ ok: true }) }));

const pane = paneOf('left');
const LEFT_AT = { page: 310, part: 0.25 };
const scroller = Object.assign(new EventTarget(), {
  getBoundingClientRect: () => ({ top: 0 }),
  closest: () => null,
});

beforeEach(() => {
  forgetReveal(pane);
  pane.reader.setState(pane.reader.getInitialState());
});

function showSurface(): void {
  const surface = { scroller, approach: () => undefined } as unknown as Surface;
  pane.reader.setState({ surface });
}

test('a document that is closed before it is drawn keeps the place where it was left', async () => {
  void restore(LEFT_AT, pane);
  expect(measurePlace(pane)).toEqual(LEFT_AT);
  showSurface();
  await Promise.resolve();
  expect(measurePlace(pane)).toEqual(LEFT_AT);
});

test.for([
  ['scrolls', new Event('wheel')],
  ['enters another page', Object.assign(new Event('keydown'), { key: 'Enter' })],
] as const)('a person who %s meanwhile is not taken back', async ([, event]) => {
  showSurface();
  const going = restore(LEFT_AT, pane);
  await Promise.resolve();
  scroller.dispatchEvent(event);
  await going;
  pane.reader.setState({ page: 2 });
  expect(measurePlace(pane)).toEqual({ page: 2, part: 0 });
});
