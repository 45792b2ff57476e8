import { spawn } from 'node:child_process';
import { hasCommand } from '../run-command.ts';
import type { AppUser } from './app-user.ts';

/** A display that the app can draw on. `name` is for the DISPLAY variable, such as `:7`. */
export interface VirtualDisplay {
  readonly name: string;
  stop(): Promise<void>;
}

/** `-ac` lets the unprivileged user in; nothing but local sockets can reach the server. */
const serverArguments = [
  '-displayfd',
  '3',
  '-ac',
  '-screen',
  '0',
  '1920x1080x24',
  '-nolisten',
  'tcp',
];

/** Starts an X server without a screen on a display number that it finds free by itself. */
export async function startVirtualDisplay(): Promise<VirtualDisplay> {
  // The kernel ends the server when this process dies in whatever way.
  const command = (await hasCommand('setpriv')) ? ['setpriv', '--pdeathsig', 'TERM', '--'] : [];
  const [program, ...words] = [...command, 'Xvfb', ...serverArguments];
  const server = spawn(program ?? 'Xvfb', words, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  let errors = '';
  server.stderr?.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const number = await new Promise<string>((resolve, reject) => {
    server.once('error', reject);
    server.once('close', () => reject(new Error(`Xvfb did not start. ${errors.trim()}`)));
    server.stdio[3]?.once('data', (text: Buffer) => resolve(text.toString().trim()));
  });
  return {
    name: `:${number}`,
    async stop() {
      server.kill('SIGTERM');
      await ended;
    },
  };
}

/**
 * Whether the app has a screen (or a forwarded one) to show its window on. Only Linux can be without. A
 * Wayland socket belongs to one user, so the unprivileged user needs X.
 */
export function hasDisplay(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
  user: AppUser,
): boolean {
  if (platform !== 'linux' || env['DISPLAY']) return true;
  return user.kind === 'ourselves' && Boolean(env['WAYLAND_DISPLAY']);
}
