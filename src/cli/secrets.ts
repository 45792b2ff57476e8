/** Getting secrets: from a file, or from the terminal without showing them. Never from an argument. */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { requireStrong } from '../core/library/keys/passphrase.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** The first line of the file, or what is typed. @throws UsageError when there is neither. */
export async function readPassphrase(file: string | undefined, prompt: string): Promise<string> {
  if (file === undefined) return askHidden(prompt);
  const line = readText(file).split(/\r?\n/u, 1)[0] ?? '';
  if (line === '') throw new UsageError('passphrase-file-unreadable');
  return line;
}

/**
 * A passphrase that is to open a library from now on: typed twice, or from a file.
 * @param known words an attacker would try first
 * @throws FailureError `passphrase-too-weak`; UsageError.
 */
export async function readNewPassphrase(
  terminal: Terminal,
  file: string | undefined,
  { prompt, known }: { prompt: string; known: readonly string[] },
): Promise<string> {
  const passphrase = await readPassphrase(file, prompt);
  await requireStrong(passphrase, known);
  if (file !== undefined) return passphrase;
  const again = await askHidden(terminal.words.t('passphrase-again', { ns: 'cli' }));
  if (again !== passphrase) throw new UsageError('passphrases-differ');
  return passphrase;
}

/** The recovery key as it is in the file, on any number of lines, or as it is typed on one. */
export async function readTypedRecoveryKey(
  file: string | undefined,
  prompt: string,
): Promise<string> {
  return file === undefined ? askShown(prompt) : readText(file);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/u, '');
  } catch {
    throw new UsageError('passphrase-file-unreadable');
  }
}

/** A line that is shown while it is typed. @throws UsageError when there is no terminal. */
export async function askShown(prompt: string): Promise<string> {
  if (!process.stdin.isTTY) throw new UsageError('no-terminal');
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await lines.question(prompt);
  } finally {
    lines.close();
  }
}

const ENTER = new Set(['\r', '\n']);
const INTERRUPT = '\u0003';
const END_OF_INPUT = '\u0004';
const ERASE = new Set(['\u007F', '\b']);
/** Exit status of a program ended by Ctrl+C. */
const INTERRUPTED = 130;

async function askHidden(prompt: string): Promise<string> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY) throw new UsageError('no-terminal');
  stderr.write(prompt);
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  const typed: string[] = [];
  try {
    for await (const chunk of stdin.iterator({ destroyOnReturn: false })) {
      for (const character of String(chunk)) {
        if (ENTER.has(character) || character === END_OF_INPUT) return typed.join('');
        if (character === INTERRUPT) process.exit(INTERRUPTED);
        if (ERASE.has(character)) typed.pop();
        else typed.push(character);
      }
    }
    return typed.join('');
  } finally {
    stdin.setRawMode(false);
    stdin.pause();
    stderr.write('\n');
  }
}
