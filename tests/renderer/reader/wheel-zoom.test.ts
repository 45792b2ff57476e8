import { expect, test } from 'vitest';
import { startZooming } from '../../../src/renderer/features/reader/wheel-zoom.ts';

function zoomedFrom(zoom: number) {
  const state = { zoom };
  const by = startZooming({
    zoom: () => state.zoom,
    least: 0.1,
    most: 10,
    zoomTo: (wanted) => {
      state.zoom = wanted;
    },
  });
  return { state, by: (factor: number) => by(factor, [0, 0]) };
}

test('a gentle pinch, less than a percent a step, adds up', () => {
  const { state, by } = zoomedFrom(0.72);
  for (let step = 0; step < 60; step += 1) by(Math.exp(1 / 300));
  expect(state.zoom).toBeCloseTo(0.72 * Math.exp(0.2), 1);
  for (let step = 0; step < 60; step += 1) by(Math.exp(-1 / 300));
  expect(state.zoom).toBeCloseTo(0.72, 2);
});

test('it goes on from where a key took the zoom', () => {
  const { state, by } = zoomedFrom(1);
  by(1.1);
  state.zoom = 2;
  by(1.1);
  expect(state.zoom).toBeCloseTo(2.2, 2);
});

test('stops at both ends, and comes back from them with the first step', () => {
  const { state, by } = zoomedFrom(5);
  for (let step = 0; step < 20; step += 1) by(1.3);
  expect(state.zoom).toBe(10);
  by(0.9);
  expect(state.zoom).toBeCloseTo(9, 2);
  for (let step = 0; step < 60; step += 1) by(0.9);
  expect(state.zoom).toBe(0.1);
});
