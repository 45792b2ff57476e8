import { chown } from 'node:fs/promises';
import { runCommand } from '../run-command.ts';

/** `nobody` and `nogroup`, the user Electron runs as when we are root. */
export const unprivilegedId = 65534;

/** As whom Electron runs. Its sandbox does not work as root, and we never switch it off. */
export type AppUser = { readonly kind: 'ourselves' } | { readonly kind: 'unprivileged' };

/** Root hands over to the unprivileged user; everybody else runs Electron themselves. */
export function appUser(uid = process.getuid?.()): AppUser {
  return uid === 0 ? { kind: 'unprivileged' } : { kind: 'ourselves' };
}

/** The words that start a command as the unprivileged user. */
export const asUnprivileged = [
  'setpriv',
  `--reuid=${unprivilegedId}`,
  `--regid=${unprivilegedId}`,
  '--clear-groups',
  '--',
] as const;

/** Gives one file or folder to the app's user. */
export async function giveToApp(path: string, user: AppUser): Promise<void> {
  if (user.kind === 'unprivileged') await chown(path, unprivilegedId, unprivilegedId);
}

/** Whether the app's user can read all of these files and enter all folders below and above. */
export async function appCanRead(paths: readonly string[], user: AppUser): Promise<boolean> {
  if (user.kind === 'ourselves') return true;
  const [command, ...words] = asUnprivileged;
  const unreadable = ['(', '!', '-readable', '-o', '-type', 'd', '!', '-executable', ')'];
  const search = ['find', '-L', ...paths, ...unreadable, '-print', '-quit'];
  const result = await runCommand(command, [...words, ...search], { cwd: '/' });
  return result.code === 0 && result.stdout === '';
}
