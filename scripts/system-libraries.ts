import { hasCommand, runCommand } from './run-command.ts';
import { messageOf, say } from './say.ts';
import * as apt from './system/apt.ts';
import { chooseOffered, displayPackages, unmet, windowPackages } from './system/wanted-packages.ts';
import type { PackageChoice } from './system/wanted-packages.ts';

/** What the caller needs: a window on a display that is there, or a virtual display as well. */
export type SystemNeed = 'window' | 'virtual display';

/** The names of libraries that `ldd` did not find. */
export function librariesNotFound(lddOutput: string): string[] {
  return [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');
}

/** Without these nothing can run; other missing packages only make it look worse. */
async function missingParts(binary: string, need: SystemNeed): Promise<string[]> {
  const missing = librariesNotFound((await runCommand('ldd', [binary])).stdout);
  if (need === 'virtual display' && !(await hasCommand('Xvfb'))) missing.push('Xvfb');
  return missing;
}

async function unmetNeeds(need: SystemNeed): Promise<PackageChoice[]> {
  if (!apt.isDebian()) return [];
  const wanted = need === 'window' ? windowPackages : [...windowPackages, ...displayPackages];
  return unmet(wanted, await apt.installedPackages(wanted.flat()));
}

async function choose(needs: readonly PackageChoice[]): Promise<string[]> {
  return chooseOffered(needs, await apt.offeredPackages(needs.flat()));
}

async function install(needs: readonly PackageChoice[]): Promise<void> {
  try {
    await apt.updateLists();
    await apt.installPackages(await choose(needs));
  } catch (reason) {
    say(`Packages could not be installed: ${messageOf(reason)}`);
  }
}

/**
 * Sees to the system libraries, fonts and X server that Electron needs on Linux. Root on Debian or
 * Ubuntu installs what is missing when `mayInstall`.
 * @throws an error that names the command to run, when something is still missing
 */
export async function prepareSystemLibraries(
  binary: string,
  need: SystemNeed,
  mayInstall: boolean,
): Promise<void> {
  if (process.platform !== 'linux') return;
  if (mayInstall && (await apt.mayInstall())) {
    const needs = await unmetNeeds(need);
    if (needs.length > 0) await install(needs);
  }
  const missing = await missingParts(binary, need);
  const packages = await choose(await unmetNeeds(need));
  if (missing.length > 0) {
    const advice = apt.isDebian()
      ? `Run:\n  ${apt.installCommand(packages)}`
      : 'Install GTK 3, NSS, ALSA, GBM, libnotify, XScrnSaver, AT-SPI and Xvfb.';
    throw new Error(`The system lacks ${missing.join(', ')}, which Electron needs. ${advice}`);
  }
  if (packages.length > 0) {
    say(`Some packages are missing, so texts may look wrong: ${apt.installCommand(packages)}`);
  }
}
