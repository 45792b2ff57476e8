/** Runs first of the folder: the others plant packets. */
import { expect, test } from '@playwright/test';
import { packetsSent } from './targets.ts';

test('a network in which nobody does anything is silent', () => {
  expect(Object.values(packetsSent()).filter((sent) => sent > 0)).toEqual([]);
});
