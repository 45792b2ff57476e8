import { existsSync } from 'node:fs';
import { hasCommand, mustRun, runCommand } from '../run-command.ts';
import { say } from '../say.ts';

const quiet = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };

/** The command a person can run to install Debian packages. */
export function installCommand(packages: readonly string[]): string {
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`;
}

/** Whether this process may install Debian packages: root on a system with apt-get. */
export async function mayInstall(): Promise<boolean> {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && hasCommand('apt-get');
}

/** Whether the package sources know the package. */
export async function isOffered(packageName: string): Promise<boolean> {
  const result = await runCommand('apt-cache', ['show', '--no-all-versions', packageName]);
  return result.code === 0 && result.stdout.includes('Package:');
}

/** Brings the lists of the package sources up to date. */
export async function updateLists(): Promise<void> {
  await mustRun('apt-get', ['update', '-qq'], { env: quiet });
}

/**
 * Installs Debian packages when we are root there.
 * @throws an error that is `advice` and the exact command, when we may not or it fails
 */
export async function installPackages(packages: readonly string[], advice: string): Promise<void> {
  if (!(await mayInstall())) throw new Error(`${advice}\n  ${installCommand(packages)}`);
  say(`Installing ${packages.join(' ')} …`);
  await updateLists();
  await mustRun('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    env: quiet,
  });
}
