/** Runs a packaged program, to which nothing of development attaches, and looks at it from outside. Linux only. */
import { expect } from '@playwright/test';
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { asUnprivileged, appUser } from '../../../scripts/runtime/app-user.ts';

export interface PackagedProcess {
  readonly pid: number;
  /** Empty for the main process, else what it is for, such as `renderer`. */
  readonly type: string;
  readonly argv: readonly string[];
}

/** Starts a program as the app's user. The display is that of the tests. */
export function startPackaged(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): void {
  const words = [...(appUser().kind === 'unprivileged' ? asUnprivileged : []), program, ...args];
  const [command = program, ...rest] = words;
  const { PATH = '', DISPLAY = '' } = process.env;
  spawn(command, rest, { env: { PATH, DISPLAY, ...env }, cwd: env['HOME'], stdio: 'ignore' });
}

/** All processes of one binary: main, those of pages, of the library, of Chromium. */
export function processesOf(binary: string): PackagedProcess[] {
  return pids().flatMap((pid) => {
    // Chromium rewrites the title of some, with spaces in between.
    const [program, ...argv] = read(`/proc/${pid}/cmdline`).split(/[\0 ]/u).filter(Boolean);
    if (program !== binary) return [];
    const type = argv.find((word) => word.startsWith('--type='))?.slice('--type='.length) ?? '';
    return [{ pid, type, argv }];
  });
}

/** Ends it as the system would, and waits until all of it is gone. */
export async function endPackaged(binary: string): Promise<void> {
  for (const { pid, type } of processesOf(binary)) if (type === '') process.kill(pid, 'SIGTERM');
  await expect.poll(() => processesOf(binary)).toEqual([]);
}

/** Ports that processes listen on (TCP) or are bound to (UDP). */
export function openPorts(processes: readonly number[]): string[] {
  const inodes = new Set(processes.flatMap(socketsOf));
  return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((protocol) => {
    const [, ...lines] = read(`/proc/net/${protocol}`).trim().split('\n');
    return lines
      .map((line) => line.trim().split(/\s+/u))
      .filter(([, , , state]) => protocol.startsWith('udp') || state === LISTENING)
      .filter((columns) => inodes.has(columns[9] ?? ''))
      .map(([, address]) => `${protocol} ${address ?? ''}`);
  });
}

/** As the kernel writes it in /proc/net/tcp. */
const LISTENING = '0A';

/** Inode numbers; none for a process that is gone or that hides from us. */
function socketsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      const inode = /^socket:\[(\d+)\]$/u.exec(linkOf(`/proc/${pid}/fd/${fd}`))?.[1];
      return inode === undefined ? [] : [inode];
    });
  } catch {
    return [];
  }
}

/** Files that are mapped into the memory of a process, as its code is. */
export function mappedFiles(pid: number): string[] {
  return [...new Set(read(`/proc/${pid}/maps`).match(/\/\S.*$/gmu) ?? [])];
}

/** Names of the threads of a process; none when it is gone. */
export function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`).map((task) =>
      read(`/proc/${pid}/task/${task}/comm`).trim(),
    );
  } catch {
    return [];
  }
}

function pids(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .map(Number);
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}

/** Empty for what is gone or not ours to read. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
