/**
 * A released program takes no arguments and no settings of Chromium, Electron or Node from the environment: they open
 * ports, write logs, load code or leave the sandbox. Some are read before any of our code runs, so what was given
 * is dropped by starting again without it. The fuses of the package (docs/lockdown.md) refuse what comes before even that.
 */
import { app } from 'electron';

/** What a person may need to see the window at all. */
const HARMLESS = /^--(disable-gpu|ozone-platform=(x11|wayland)|force-device-scale-factor=[\d.]+)$/u;

/** None of these is set by Electron itself: else the program would start again for ever. */
const UNWANTED = [
  'CHROME_LOG_FILE',
  'ELECTRON_ENABLE_LOGGING',
  'ELECTRON_ENABLE_STACK_DUMPING',
  'ELECTRON_LOG_ASAR_READS',
  'ELECTRON_LOG_FILE',
  'ELECTRON_RUN_AS_NODE',
  'KARTOTEKA_DEVTOOLS',
  'KARTOTEKA_LIBRARY_OUTPUT',
  'NODE_DEBUG',
  'NODE_DEBUG_NATIVE',
  'NODE_EXTRA_CA_CERTS',
  'NODE_OPTIONS',
  'NODE_V8_COVERAGE',
  'SSLKEYLOGFILE',
];

/** Whether the program may go on. If not, it is on its way out, and a clean one on its way in. */
export function startsClean(): boolean {
  if (!app.isPackaged) return true;
  const [, ...given] = process.argv;
  const allowed = given.filter((word) => HARMLESS.test(word));
  const unwanted = UNWANTED.filter((name) => name in process.env);
  if (allowed.length === given.length && unwanted.length === 0) return true;
  for (const name of unwanted) Reflect.deleteProperty(process.env, name);
  app.relaunch({ args: allowed });
  app.exit(0);
  return false;
}
