import { describe, expect, it } from 'vitest';
import { placeOf } from '../../../scripts/electron/fallback-pin.ts';

describe('where a file of the fallback archive goes', () => {
  it.each([
    ['Cypress/Cypress', 'electron'],
    ['Cypress/icudtl.dat', 'icudtl.dat'],
    ['Cypress/locales/be.pak', 'locales/be.pak'],
  ])('%s becomes %s', (name, place) => {
    expect(placeOf(name)).toBe(place);
  });

  it.each([
    'Cypress/resources/app/index.js',
    'Cypress/browser_v8_context_snapshot.bin',
    'Other/icudtl.dat',
    'Cypress/../../outside',
  ])('%s is left out', (name) => {
    expect(placeOf(name)).toBeUndefined();
  });
});
