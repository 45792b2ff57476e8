import { existsSync } from 'node:fs';
import { hasCommand, mustRun, runCommand } from '../run-command.ts';
import { say } from '../say.ts';

const quiet = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };

/** Whether packages here are Debian's, as on Debian and Ubuntu. */
export function isDebian(): boolean {
  return existsSync('/etc/debian_version');
}

/** The command a person can run to install Debian packages. */
export function installCommand(packages: readonly string[]): string {
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`;
}

/** Whether this process may install Debian packages: root on a system with apt-get. */
export async function mayInstall(): Promise<boolean> {
  return process.getuid?.() === 0 && isDebian() && hasCommand('apt-get');
}

/** Those of the packages that are installed. */
export async function installedPackages(names: readonly string[]): Promise<Set<string>> {
  const format = ['-W', '-f', '${Package} ${db:Status-Status}\n'];
  const { stdout } = await runCommand('dpkg-query', [...format, ...names]);
  const lines = stdout.split('\n').filter((line) => line.endsWith(' installed'));
  return new Set(lines.map((line) => line.split(' ')[0] ?? ''));
}

/** Those of the packages that the package sources, as last listed, offer. */
export async function offeredPackages(names: readonly string[]): Promise<Set<string>> {
  const { stdout } = await runCommand('apt-cache', ['--no-all-versions', 'show', ...names]);
  return new Set([...stdout.matchAll(/^Package: (.+)$/gm)].map((match) => match[1] ?? ''));
}

/** Brings the lists of the package sources up to date. */
export async function updateLists(): Promise<void> {
  await mustRun('apt-get', ['update', '-qq'], { env: quiet });
}

/** Installs Debian packages; we must be root, and the lists up to date. */
export async function installPackages(packages: readonly string[]): Promise<void> {
  say(`Installing ${packages.join(' ')} …`);
  await mustRun('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    env: quiet,
  });
}
