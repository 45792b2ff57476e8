import { afterEach, expect, test, vi } from 'vitest';
import { dropHeldKeys, holdKeys, takeHeldKeys } from '../../src/renderer/actions/held-keys.ts';

afterEach(() => {
  dropHeldKeys();
  vi.useRealTimers();
});

/** Presses a key; answers whether the window was given it. */
function press(target: EventTarget, key: string, more: object = {}): boolean {
  let reached = false;
  const listen = () => {
    reached = true;
  };
  target.addEventListener('keydown', listen);
  target.dispatchEvent(Object.assign(new Event('keydown', { cancelable: true }), { key, ...more }));
  target.removeEventListener('keydown', listen);
  return reached;
}

test('what is typed while a field is on its way is kept for it and is no command', () => {
  const target = new EventTarget();
  holdKeys(target as unknown as Window);
  for (const key of ['b', 'o', 'x', 'Backspace', 'т', ' ']) expect(press(target, key)).toBe(false);
  expect(press(target, 'z', { ctrlKey: true }), 'a shortcut is none of it').toBe(true);
  expect(takeHeldKeys()).toBe('boт ');
  expect(press(target, 'b'), 'keys go to the window again').toBe(true);
  expect(takeHeldKeys()).toBe('');
});

test('Escape, and a field that does not come, let keys through again', () => {
  vi.useFakeTimers();
  const target = new EventTarget();
  holdKeys(target as unknown as Window);
  press(target, 'b');
  press(target, 'Escape');
  expect(press(target, 'c')).toBe(true);
  holdKeys(target as unknown as Window);
  expect(press(target, 'd')).toBe(false);
  vi.advanceTimersByTime(3000);
  expect(press(target, 'e')).toBe(true);
  expect(takeHeldKeys()).toBe('');
});
