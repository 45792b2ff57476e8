import { runCommand } from '../run-command.ts';
import { asUnprivileged } from './app-user.ts';
import type { AppUser } from './app-user.ts';

/**
 * Why Electron's sandbox will probably not start here, and what to do about it: some systems and
 * containers forbid the user namespaces that it is made of.
 */
export async function sandboxObstacle(user: AppUser): Promise<string | undefined> {
  if (process.platform !== 'linux') return undefined;
  const probe = ['unshare', '--user', '--map-root-user', 'true'];
  const words = user.kind === 'unprivileged' ? [...asUnprivileged, ...probe] : probe;
  const result = await runCommand(words[0] ?? '', words.slice(1), { cwd: '/' });
  if (result.code === 0) return undefined;
  return (
    'This system forbids user namespaces, without which the sandbox cannot start, and the app does ' +
    'not start without its sandbox. On Ubuntu: sudo sysctl -w ' +
    'kernel.apparmor_restrict_unprivileged_userns=0. In a container: start it with ' +
    '--security-opt seccomp=unconfined.'
  );
}
