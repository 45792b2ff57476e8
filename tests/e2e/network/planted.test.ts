/** The counters count: every way that the other tests try sends packets where nothing forbids it. */
import { expect, test } from '@playwright/test';
import {
  LEAVING,
  NAMING,
  OF_ELECTRON,
  OF_ELECTRON_TO_NAMES,
  OF_NODE,
  OF_NODE_TO_NAMES,
  OF_PROGRAMS,
  STAYING,
  type Attempt,
} from './attempts.ts';
import { startControl, type ControlApp } from './control.ts';
import { anybody, packetsSent, packetsSince, sentTo, type PacketCounts } from './targets.ts';

test.describe('counts what plain Node sends', () => {
  for (const attempt of [...OF_NODE, ...OF_PROGRAMS, ...OF_NODE_TO_NAMES]) {
    test(attempt.name, async () => {
      const before = packetsSent();
      await attempt.run(attempt.host);
      await counted(attempt, before);
    });
  }
});

test.describe('counts what Electron sends without the lockdown', () => {
  let control: ControlApp;

  test.beforeAll(async () => {
    const dictionary = OF_ELECTRON.find(({ name }) => name.includes('dictionary'));
    control = await startControl(dictionary!.target.v4);
  });
  test.afterAll(() => control.electron.close());

  test('multicast for the names of WebRTC', async () => {
    const before = packetsSent();
    await control.page.evaluate(() => {
      const peer = new RTCPeerConnection();
      peer.createDataChannel('x');
      void peer.createOffer().then((offer) => peer.setLocalDescription(offer));
    });
    await expect.poll(() => sentTo(anybody, before)).toBeGreaterThan(0);
  });
  for (const attempt of [...STAYING, ...NAMING, ...LEAVING]) {
    test(attempt.name, async () => {
      const before = packetsSent();
      await control.page.evaluate(attempt.run, attempt.host);
      await counted(attempt, before);
      // A page on its way elsewhere answers nothing until it is there.
      await control.electron.evaluate(({ webContents }) => {
        for (const one of webContents.getAllWebContents()) one.stop();
      });
    });
  }
  for (const attempt of [...OF_ELECTRON, ...OF_ELECTRON_TO_NAMES]) {
    test(attempt.name, async () => {
      const before = packetsSent();
      await control.electron.evaluate(attempt.run, attempt.host);
      await counted(attempt, before);
    });
  }
});

async function counted({ target }: Attempt<unknown>, before: PacketCounts): Promise<void> {
  await expect
    .poll(() => (sentTo(target, before) > 0 ? 'counted' : packetsSince(before)))
    .toBe('counted');
}
