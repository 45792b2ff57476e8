import { chmod, writeFile } from 'node:fs/promises';
import { asUnprivileged } from './app-user.ts';
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
  readonly home: string;
  readonly temporary: string;
  readonly xAuthority: string | undefined;
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
  if (other) lines.push(`export HOME=${quoted(plan.home)}`, 'cd "$HOME"');
  if (plan.xAuthority) lines.push(`export XAUTHORITY=${quoted(plan.xAuthority)}`);
  lines.push(`exec ${words.join(' ')}`, '');
  return lines.join('\n');
}

/** Writes the launcher script, executable by everybody. */
export async function writeLauncher(path: string, plan: LauncherPlan): Promise<void> {
  await writeFile(path, launcherScript(plan));
  await chmod(path, 0o755);
}
