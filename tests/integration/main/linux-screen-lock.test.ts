import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { onLinuxScreenLock } from '../../../src/main/linux-screen-lock.ts';
import { eventually } from '../../helpers/eventually.ts';

let bus: ChildProcess;
let environment: NodeJS.ProcessEnv;
let stop: () => void = () => undefined;
let locked = vi.fn<() => void>();

/** One real bus stands for both. */
beforeEach(async () => {
  locked = vi.fn<() => void>();
  bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (!bus.stdout) throw new Error('The bus has no output.');
  const [address] = (await once(createInterface({ input: bus.stdout }), 'line')) as [string];
  environment = {
    ...process.env,
    DBUS_SESSION_BUS_ADDRESS: address,
    DBUS_SYSTEM_BUS_ADDRESS: address,
  };
  stop = onLinuxScreenLock(locked, environment);
});
afterEach(() => {
  stop();
  bus.kill();
});

/** Sends a signal as a desktop does. */
function send(member: string, ...parameters: string[]): void {
  const sent = spawnSync(
    'dbus-send',
    ['--session', '--type=signal', '/org/example/Desktop', member, ...parameters],
    { env: environment },
  );
  expect(sent.status).toBe(0);
}

/** Again and again until it is heard, because the monitor needs a moment to listen. Answers how often it was sent. */
async function sendUntilHeard(member: string, ...parameters: string[]): Promise<number> {
  let times = 0;
  await eventually(() => {
    send(member, ...parameters);
    times += 1;
    expect(locked).toHaveBeenCalled();
  });
  return times;
}

it('hears the screen saver of the desktop', async () => {
  await sendUntilHeard('org.gnome.ScreenSaver.ActiveChanged', 'boolean:true');
});

it('hears the lock of the session', async () => {
  await sendUntilHeard('org.freedesktop.login1.Session.Lock');
});

it('does not take the end of a lock for a lock', async () => {
  const signal = 'org.freedesktop.ScreenSaver.ActiveChanged';
  const ends = 5;
  const locks = await sendUntilHeard(signal, 'boolean:true');
  for (let end = 0; end < ends; end += 1) send(signal, 'boolean:false');
  const before = locked.mock.calls.length;
  send(signal, 'boolean:true');
  // Signals keep their order: when the last lock is heard, all ends before it have been.
  await eventually(() => expect(locked.mock.calls.length).toBeGreaterThan(before));
  expect(locked.mock.calls.length).toBeLessThanOrEqual(locks + 1);
});

it('does without where there is no such program', () => {
  onLinuxScreenLock(locked, { PATH: '/nonexistent' })();
  expect(locked).not.toHaveBeenCalled();
});
