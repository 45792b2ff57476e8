/**
 * Electron hears the screen lock on macOS and Windows only. On Linux the desktop says it on the message bus, and
 * `dbus-monitor`, which every desktop has, prints it. Where it is missing the idle time locks instead.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/** `org.freedesktop.ScreenSaver` is KDE's and others', the rest name themselves. */
const SCREEN_SAVERS = [
  'org.freedesktop.ScreenSaver',
  'org.gnome.ScreenSaver',
  'org.mate.ScreenSaver',
  'org.cinnamon.ScreenSaver',
  'org.xfce.ScreenSaver',
];
const SESSION_RULES = SCREEN_SAVERS.map(
  (name) => `type='signal',interface='${name}',member='ActiveChanged'`,
);
/** What `loginctl lock-session` and most lock keys send. */
const SYSTEM_RULES = ["type='signal',interface='org.freedesktop.login1.Session',member='Lock'"];

/**
 * Calls back each time the screen is locked, until the answered function is called.
 * @param environment tells where the buses are; the app's own outside of tests
 */
export function onLinuxScreenLock(
  locked: () => void,
  environment: NodeJS.ProcessEnv = process.env,
): () => void {
  const monitors = [
    watch(['--session', ...SESSION_RULES], environment, (line) => {
      if (line.trim() === 'boolean true') locked();
    }),
    watch(['--system', ...SYSTEM_RULES], environment, (line) => {
      if (/^signal .*; interface=org\.freedesktop\.login1\.Session; member=Lock$/u.test(line)) {
        locked();
      }
    }),
  ];
  return () => {
    for (const monitor of monitors) monitor.kill();
  };
}

function watch(
  parameters: readonly string[],
  environment: NodeJS.ProcessEnv,
  read: (line: string) => void,
): ChildProcess {
  const monitor = spawn('dbus-monitor', parameters, {
    env: environment,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  // No such program or no such bus: there is nothing to hear.
  monitor.on('error', () => undefined);
  createInterface({ input: monitor.stdout }).on('line', read);
  return monitor;
}
