import { expect, test } from 'vitest';
import { changeSettings, useSettings } from '../../src/renderer/stores/settings.ts';
import { installBridge } from './bridge.ts';

test('a change is shown before it is kept, and the answer to an older one does not take it back', async () => {
  const asked = installBridge();
  useSettings.setState({ settings: { idleMinutes: 5 } as never });
  const shown = () => useSettings.getState().settings?.idleMinutes;
  const first = changeSettings({ idleMinutes: 10 });
  expect(shown()).toBe(10);
  const second = changeSettings({ idleMinutes: 15 });
  asked[0]?.answer({ ok: true, value: { idleMinutes: 10 } });
  await first;
  expect(shown()).toBe(15);
  asked[1]?.answer({ ok: true, value: { idleMinutes: 15 } });
  await second;
  expect(shown()).toBe(15);
});
