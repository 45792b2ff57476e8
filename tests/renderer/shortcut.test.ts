import { describe, expect, test } from 'vitest';
import {
  matchesAccelerator,
  matchesKey,
  shortcutText,
  type KeyStroke,
} from '../../src/renderer/actions/shortcut.ts';
import { ACTIONS, type ActionDefinition } from '../../src/shared/actions.ts';

function stroke(key: string, held: Partial<KeyStroke> = {}): KeyStroke {
  return { key, code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held };
}

describe('accelerators', () => {
  test.each([
    ['CmdOrCtrl+F', stroke('f', { ctrlKey: true }), true],
    ['CmdOrCtrl+F', stroke('f'), false],
    ['CmdOrCtrl+F', stroke('f', { ctrlKey: true, altKey: true }), false],
    ['CmdOrCtrl+F', stroke('F', { ctrlKey: true, shiftKey: true }), false],
    ['CmdOrCtrl+Shift+Z', stroke('Z', { ctrlKey: true, shiftKey: true }), true],
    ['CmdOrCtrl+Z', stroke('Z', { ctrlKey: true, shiftKey: true }), false],
    ['CmdOrCtrl+Plus', stroke('+', { ctrlKey: true, shiftKey: true }), true],
    ['CmdOrCtrl+Plus', stroke('=', { ctrlKey: true }), true],
    ['CmdOrCtrl+-', stroke('-', { ctrlKey: true }), true],
    ['Shift+F3', stroke('F3', { shiftKey: true }), true],
    ['F3', stroke('F3', { shiftKey: true }), false],
  ])('%s', (accelerator, pressed, matches) => {
    expect(matchesAccelerator(accelerator, pressed, false)).toBe(matches);
  });

  test('the place of the key counts where the layout has no Latin letters', () => {
    const onCyrillic = stroke('а', { ctrlKey: true, code: 'KeyF' });
    expect(matchesAccelerator('CmdOrCtrl+F', onCyrillic, false)).toBe(true);
    // On a Latin layout the letter counts, wherever its key is.
    const onDvorak = stroke('u', { ctrlKey: true, code: 'KeyF' });
    expect(matchesAccelerator('CmdOrCtrl+F', onDvorak, false)).toBe(false);
  });

  test('a Mac has the command key instead', () => {
    expect(matchesAccelerator('CmdOrCtrl+F', stroke('f', { metaKey: true }), true)).toBe(true);
    expect(matchesAccelerator('CmdOrCtrl+F', stroke('f', { ctrlKey: true }), true)).toBe(false);
  });
});

test('single keys want no modifier, and work on a Cyrillic layout', () => {
  expect(matchesKey('h', stroke('h'))).toBe(true);
  expect(matchesKey('h', stroke('р', { code: 'KeyH' }))).toBe(true);
  expect(matchesKey('h', stroke('h', { ctrlKey: true }))).toBe(false);
  expect(matchesKey('Delete', stroke('Delete'))).toBe(true);
});

test('shortcuts in words', () => {
  const action = { id: 'x', menu: null, accelerator: 'CmdOrCtrl+Shift+I' };
  expect(shortcutText(action, 'Linux x86_64')).toBe('Ctrl+Shift+I');
  expect(shortcutText({ id: 'x', menu: null, key: 'h' }, 'Linux')).toBe('H');
  expect(shortcutText({ id: 'x', menu: null }, 'Linux')).toBe('');
});

describe('the actions', () => {
  test('have a key each: two with the same one would hide each other', () => {
    const keys = (ACTIONS as readonly ActionDefinition[]).flatMap(
      ({ key, accelerator }) => key ?? accelerator ?? [],
    );
    expect(keys).toHaveLength(new Set(keys).size);
  });
});
