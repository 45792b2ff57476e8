/** `npm start`: opens the app. Further arguments (`npm start -- …`) go to Electron. */
import { mkdir } from 'node:fs/promises';
import { runCommand } from './run-command.ts';
import { appUser, giveToApp } from './runtime/app-user.ts';
import { hasDisplay } from './runtime/display.ts';
import { withRuntime } from './runtime/with-runtime.ts';
import { say } from './say.ts';

const user = appUser();

/** Not in the cache, which may be emptied: people's libraries are in it. */
const homeWhenRoot = '/var/lib/kartoteka';

/** A home for the unprivileged user that stays, so that libraries made as root are there next time. */
async function lastingHome(): Promise<string | undefined> {
  if (user.kind === 'ourselves') return undefined;
  await mkdir(homeWhenRoot, { recursive: true, mode: 0o700 });
  await giveToApp(homeWhenRoot, user);
  say('You are root, and the sandbox of the app does not work as root: the app runs as the user');
  say(`"nobody". It can only read what everybody can, and its libraries are in ${homeWhenRoot}.`);
  return homeWhenRoot;
}

async function start(): Promise<number> {
  if (!hasDisplay(process.env, process.platform, user)) {
    say('There is no display to open a window on. To get one: run this on a desktop, connect with');
    say('"ssh -X", or, to try it without a screen, run "xvfb-run npm start" or "npm run demo",');
    say('which leaves pictures of the app in demo-output/.');
    return 1;
  }
  return withRuntime({ kind: 'person', home: await lastingHome() }, async (runtime) => {
    const args = [runtime.appDir, ...process.argv.slice(2)];
    const result = await runCommand(runtime.executablePath, args, { env: runtime.env, show: true });
    return result.code;
  });
}

process.exitCode = await start();
