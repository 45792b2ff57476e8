import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { basename } from 'node:path';

/** What a finished command left behind. `code` is 127 when the command does not exist. */
export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Show the command's output as it comes instead of collecting it. */
  readonly show?: boolean;
}

const COMMAND_NOT_FOUND = 127;
const STOPPED = 130;

const running = new Set<ChildProcess>();

let stopping = false;

/**
 * For when we are told to stop: no further command starts, and those that run get `signal`, unless
 * it is undefined because they were told themselves, as by Ctrl-C.
 */
export function stopCommands(signal: NodeJS.Signals | undefined): void {
  stopping = true;
  if (signal !== undefined) for (const child of running) child.kill(signal);
}

/** Runs a command to its end without a shell. A failing command is a result, not an exception. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  if (stopping) return Promise.resolve({ code: STOPPED, stdout: '', stderr: 'stopped' });
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env,
      stdio: ['ignore', options.show ? 'inherit' : 'pipe', options.show ? 'inherit' : 'pipe'],
    });
    running.add(child);
    let stdout = '';
    let stderr = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', (error) =>
      resolve({ code: COMMAND_NOT_FOUND, stdout, stderr: error.message }),
    );
    child.on('close', (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, stdout, stderr });
    });
  });
}

/**
 * Like runCommand, but returns what the command printed.
 * @throws an error that ends with the command's last lines, when it fails
 */
export async function mustRun(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<string> {
  const result = await runCommand(command, args, options);
  if (result.code !== 0) {
    const lastLines = (result.stderr || result.stdout).trim().split('\n').slice(-40).join('\n');
    const words = [command, ...args].map((word) => basename(word)).slice(0, 3);
    throw new Error(`"${words.join(' ')} …" ended with code ${result.code}\n${lastLines}`);
  }
  return result.stdout;
}

/** Whether a program of that name is on the PATH. */
export async function hasCommand(name: string): Promise<boolean> {
  const result = await runCommand('/bin/sh', ['-c', 'command -v "$1"', 'sh', name]);
  return result.code === 0;
}
