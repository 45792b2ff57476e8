import { existsSync } from 'node:fs';
import { chmod, copyFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { asUnprivileged, giveToApp } from './app-user.ts';
import type { AppUser } from './app-user.ts';

/** Never meant for Electron: they change how it starts, or belong to our own tools. */
const unwanted = ['NODE_OPTIONS', 'NODE_V8_COVERAGE', 'ELECTRON_RUN_AS_NODE'];

/** Name folders and sockets of the person who called us, which another user cannot use. */
const ofTheCaller = [
  'DBUS_SESSION_BUS_ADDRESS',
  'SUDO_USER',
  'XDG_CACHE_HOME',
  'XDG_CONFIG_HOME',
  'XDG_DATA_HOME',
  'XDG_RUNTIME_DIR',
  'XDG_STATE_HOME',
];

/** What the launcher starts, and with which folders. */
export interface LauncherPlan {
  readonly electron: string;
  readonly user: AppUser;
  /** Undefined: the home of whoever runs it. */
  readonly home: string | undefined;
  readonly temporary: string;
  /** The file with the key to the X server, when the app's user cannot use the caller's own. */
  readonly xAuthority?: string | undefined;
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

/** The text of a shell script that starts Electron as the right user and passes its arguments on. */
export function launcherScript(plan: LauncherPlan): string {
  const other = plan.user.kind === 'unprivileged';
  const words = [...(other ? asUnprivileged : []), quoted(plan.electron), '"$@"'];
  const lines = [
    '#!/bin/sh',
    '# Made for one run by scripts/runtime/launcher.ts.',
    `unset ${[...unwanted, ...(other ? ofTheCaller : [])].join(' ')}`,
    // A core dump would hold the passphrase and the text of documents.
    'ulimit -c 0',
    `export TMPDIR=${quoted(plan.temporary)}`,
  ];
  if (plan.home !== undefined) lines.push(`export HOME=${quoted(plan.home)}`);
  if (other) lines.push('cd "$HOME"');
  if (plan.xAuthority) lines.push(`export XAUTHORITY=${quoted(plan.xAuthority)}`);
  lines.push(`exec ${words.join(' ')}`, '');
  return lines.join('\n');
}

/** Copies the key to the caller's X server for the unprivileged user. */
async function shareXAuthority(folder: string, user: AppUser): Promise<string | undefined> {
  const own = process.env['XAUTHORITY'] ?? join(homedir(), '.Xauthority');
  if (user.kind === 'ourselves' || !existsSync(own)) return undefined;
  const copy = join(folder, 'x-authority');
  await copyFile(own, copy);
  await chmod(copy, 0o600);
  await giveToApp(copy, user);
  return copy;
}

/** What has to be executed to start Electron: a script in `folder`, or on Windows Electron itself. */
export async function makeLauncher(folder: string, plan: LauncherPlan): Promise<string> {
  if (process.platform === 'win32') return plan.electron;
  const path = join(folder, 'electron-launcher.sh');
  const xAuthority = await shareXAuthority(folder, plan.user);
  await writeFile(path, launcherScript({ ...plan, xAuthority }));
  await chmod(path, 0o755);
  return path;
}
