/** Locks without being asked: when nobody was there for a while, and when the computer sleeps or locks its screen. */
import { app, powerMonitor } from 'electron';
import { onLinuxScreenLock } from './linux-screen-lock.ts';
import type { Session } from './session.ts';

const CHECK_MILLISECONDS = 5_000;
const SECONDS_PER_MINUTE = 60;

export function lockByItself(session: Session): void {
  const lock = (): void => void session.lock('system');
  powerMonitor.on('suspend', lock);
  powerMonitor.on('lock-screen', lock);
  powerMonitor.on('user-did-resign-active', lock);
  if (process.platform === 'linux') app.on('quit', onLinuxScreenLock(lock));
  setInterval(() => {
    const idle = powerMonitor.getSystemIdleTime();
    if (idle >= session.idleMinutes() * SECONDS_PER_MINUTE) void session.lock('idle');
  }, CHECK_MILLISECONDS);
}
