/** A network of a test's own, which leads nowhere and counts what is sent. */
import { fileURLToPath } from 'node:url';
import { hasCommand, runCommand } from '../run-command.ts';
import * as apt from '../system/apt.ts';
import type { PlaywrightCommand } from '../testing/run-playwright.ts';

const enterScript = fileURLToPath(new URL('enter-namespace.sh', import.meta.url));

/** Tells the tests that they are inside. */
const INSIDE = 'KARTOTEKA_COUNTED_NETWORK';

/** `not-here`: another system, or not root. `broken`: it should be possible and is not. */
export type NamespaceState =
  { readonly kind: 'ready' } | { readonly kind: 'not-here' | 'broken'; readonly why: string };

/** Looks whether namespaces can be made, and as root on Debian installs what that needs. */
export async function prepareNamespace(): Promise<NamespaceState> {
  if (process.platform !== 'linux') {
    return {
      kind: 'not-here',
      why: 'The packet test needs Linux: it counts in a network namespace.',
    };
  }
  if (process.getuid?.() !== 0) {
    const why =
      'The packet test needs root, for a network namespace. Run: sudo npm run test:network';
    return { kind: 'not-here', why };
  }
  if (!(await hasCommand('ip')) && (await apt.mayInstall())) {
    await apt.updateLists();
    await apt.installPackages(['iproute2']);
  }
  if (!(await hasCommand('ip'))) {
    return { kind: 'broken', why: 'The packet test needs the command "ip" of iproute2.' };
  }
  const probe = await runCommand('unshare', ['--net', '--mount', 'ip', 'link', 'set', 'lo', 'up']);
  if (probe.code === 0) return { kind: 'ready' };
  return {
    kind: 'broken',
    why:
      'The packet test may not make a network namespace here, though this is root. In a container: start it with ' +
      `--cap-add SYS_ADMIN --cap-add NET_ADMIN. (${probe.stderr.trim()})`,
  };
}

/** The same command, run inside. @param folder for the files of the namespace; the caller removes it. */
export function insideNamespace(inner: PlaywrightCommand, folder: string): PlaywrightCommand {
  const enter = ['unshare', '--net', '--mount', '--', 'sh', enterScript, folder];
  return { command: [...enter, ...inner.command], env: { ...inner.env, [INSIDE]: '1' } };
}

/** Whether this process counts packets. */
export function isInsideNamespace(env: NodeJS.ProcessEnv = process.env): boolean {
  return env[INSIDE] === '1';
}
