/** Runs the command line as a user would: a process of its own, with `--json` and a passphrase file. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PASSPHRASE } from './temporary-library.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

export interface CliRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Every line of standard output, parsed. */
  readonly objects: readonly Record<string, unknown>[];
}

/** @param folder a temporary folder; the passphrase file is written there. */
export function createCli(folder: string, passphrase = PASSPHRASE) {
  const passphraseFile = join(folder, 'passphrase.txt');
  writeFileSync(passphraseFile, `${passphrase}\n`, { mode: 0o600 });
  return (verb: string, ...args: string[]): Promise<CliRun> =>
    runCli([verb, ...args, '--passphrase-file', passphraseFile, '--json']);
}

export async function runCli(args: readonly string[]): Promise<CliRun> {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const text = Buffer.concat(stdout).toString('utf8');
  return {
    status,
    stdout: text,
    stderr: Buffer.concat(stderr).toString('utf8'),
    objects: args.includes('--json') ? text.split('\n').filter(Boolean).map(parseObject) : [],
  };
}

function parseObject(line: string): Record<string, unknown> {
  const value: unknown = JSON.parse(line);
  if (typeof value !== 'object' || value === null) throw new Error('Not a JSON object');
  return { ...value };
}
