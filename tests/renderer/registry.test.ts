import { expect, test } from 'vitest';
import {
  isActionEnabled,
  onActionsChanged,
  registerAction,
  runAction,
} from '../../src/renderer/actions/registry.ts';

test('an action runs only while it is registered and enabled, and says when that changes', () => {
  let enabled = false;
  let runs = 0;
  let changes = 0;
  const stop = onActionsChanged(() => (changes += 1));
  expect(runAction('edit.undo')).toBe(false);
  const take = registerAction('edit.undo', {
    enabled: () => enabled,
    run: () => {
      runs += 1;
    },
  });
  expect(runAction('edit.undo')).toBe(false);
  enabled = true;
  expect(isActionEnabled('edit.undo')).toBe(true);
  expect(runAction('edit.undo')).toBe(true);
  take();
  expect(runAction('edit.undo')).toBe(false);
  stop();
  expect({ runs, changes }).toEqual({ runs: 1, changes: 2 });
});

test('one action has one meaning', () => {
  const handler = { enabled: () => true, run: () => undefined };
  const take = registerAction('edit.redo', handler);
  expect(() => registerAction('edit.redo', handler)).toThrow('registered already');
  take();
});
