/** Runs a script as a process of its own and kills it, as a power cut would. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface KilledRun {
  readonly ended: NodeJS.Signals | number | null;
  /** What it said on standard output, line by line; an unfinished last line is left out. */
  readonly lines: readonly string[];
}

/**
 * @param script path below `tests/`
 * @param after milliseconds from the first thing it says until it is killed; without it, it is expected to end by itself
 */
export async function runUntilKilled(
  script: string,
  args: readonly string[],
  after?: number,
): Promise<KilledRun> {
  const path = fileURLToPath(new URL(`../${script}`, import.meta.url));
  const child = spawn(process.execPath, [path, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (text: string) => (said += text));
  if (after !== undefined) {
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), after));
  }
  const ended = await new Promise<NodeJS.Signals | number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status, signal) => resolve(signal ?? status));
  });
  return { ended, lines: said.split('\n').slice(0, -1) };
}
