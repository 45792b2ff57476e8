/** Locks without being asked: when nobody was there for a while, and when the computer sleeps or locks its screen. */
import { powerMonitor } from 'electron';
import type { Session } from './session.ts';

/** Until a library says otherwise. */
const IDLE_MINUTES = 5;
const CHECK_MILLISECONDS = 5_000;

export function lockByItself(session: Session): void {
  const lock = (): void => void session.lock('system');
  powerMonitor.on('suspend', lock);
  powerMonitor.on('lock-screen', lock);
  powerMonitor.on('user-did-resign-active', lock);
  setInterval(() => {
    if (powerMonitor.getSystemIdleTime() >= IDLE_MINUTES * 60) void session.lock('idle');
  }, CHECK_MILLISECONDS);
}
